import type { MemberRole } from '@vointi/shared/access/permissions.ts';
import { cookieName, createSession } from '../platform/session.ts';
import type { TestApp } from './test-app.ts';

type Role = { role: MemberRole; department?: string; slug?: string };
type Options = Role & {
  /** Further roles of the same person, also in other municipalities. */
  also?: Role[];
  at?: Date;
  publicUrl?: string;
};

export type SignedIn = {
  userId: string;
  email: string;
  displayName: string;
  /** Session cookie and origin, as in a write from the product's pages. */
  headers: { cookie: string; origin: string };
};

let count = 0;

/** Creates a person with these roles (in Kouvola by default) and a session in the database. */
export async function signIn(
  { db }: Pick<TestApp, 'db'>,
  { also = [], at = new Date(), publicUrl, ...role }: Options,
): Promise<SignedIn> {
  count += 1;
  const displayName = `Testi ${role.role} ${count}`;
  const email = `${role.role}-${count}@testi.example`;
  const { id: userId } = await db.user.create({ data: { email, displayName, passwordHash: '$argon2id$none' } });
  for (const one of [role, ...also]) await addRole({ db }, userId, one);
  const token = await db.$transaction((tx) => createSession(tx, at, { userId, method: 'password' }));
  const cookie = `${cookieName(publicUrl)}=${token}`;
  return { userId, email, displayName, headers: { cookie, origin: publicUrl ?? 'http://localhost:80' } };
}

export async function addRole({ db }: Pick<TestApp, 'db'>, userId: string, { role, department, slug }: Role) {
  const municipality = await db.municipality.findUniqueOrThrow({ where: { slug: slug ?? 'kouvola' } });
  const of = { municipalityId: municipality.id };
  const at = department && (await db.department.findFirstOrThrow({ where: { slug: department, ...of } }));
  await db.membership.create({ data: { userId, ...of, role, departmentId: at ? at.id : null } });
}
