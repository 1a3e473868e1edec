import { randomInt } from 'node:crypto';
import type { Db, Prisma } from '@vointi/db/client.ts';
import type { MemberRole } from '@vointi/shared/access/permissions.ts';

import type { Text } from '@vointi/shared/text/text.ts';
import { hashPassword, isPassword } from '../../platform/password-hash.ts';
import { mutate, system } from '../../platform/mutate.ts';
import { endSessions } from '../../platform/session.ts';
import { uuid7 } from '../../platform/uuid7.ts';

/** A department that has measures in both examples. */
const approvedBy = 'nuorisopalvelut';
const people = [
  ['admin', 'pääkäyttäjä'],
  ['coordinator', 'koordinaattori'],
  ['leader', 'johto'],
] as const;

type Account = { email: string; displayName: string; municipalityId: string; role: MemberRole; departmentId?: string };

/** What the start prints of the demo's accounts: the password only when it was generated. */
export type DemoAccounts = { password: string | undefined; isGiven: boolean };

/**
 * Creates the demo's accounts at the first start: address and name tell the role, and all share one password. A password
 * given later replaces it; other accounts stay as they are.
 */
export async function openDemoAccounts(db: Db, chosenPassword: string | undefined, at: Date): Promise<DemoAccounts> {
  const accounts = await accountsOf(db);
  const isFirst = (await db.user.count()) === 0;
  const password = chosenPassword ?? (isFirst ? newPassword() : undefined);
  if (password !== undefined) {
    if (isFirst) await createAccounts(db, accounts, await hashPassword(password), at);
    else await resetPasswords(db, accounts, password, at);
  }
  return { password: chosenPassword === undefined ? password : undefined, isGiven: chosenPassword !== undefined };
}

async function accountsOf(db: Db): Promise<Account[]> {
  const municipalities = await db.municipality.findMany({
    orderBy: { slug: 'asc' },
    select: {
      id: true,
      slug: true,
      name: true,
      departments: { orderBy: { order: 'asc' }, select: { id: true, slug: true, name: true } },
    },
  });
  return municipalities.flatMap(({ id: municipalityId, slug, name, departments }) => {
    const domain = `@${slug}.example`;
    const named = (of: Prisma.JsonValue, role: string) => `${(of as Text).fi.slice(0, 100)}, ${role}`;
    return [
      ...people.map(([role, word]): Account => ({
        email: `${role}${domain}`,
        displayName: named(name, word),
        municipalityId,
        role,
      })),
      ...departments
        .filter((department) => department.slug === approvedBy)
        .map((department): Account => ({
          email: `approver${domain}`,
          displayName: named(department.name, 'hyväksyjä'),
          municipalityId,
          role: 'approver',
          departmentId: department.id,
        })),
      ...departments.map((department): Account => ({
        email: `${department.slug}${domain}`,
        displayName: named(department.name, 'raportoija'),
        municipalityId,
        role: 'reporter',
        departmentId: department.id,
      })),
    ];
  });
}

const demo = { action: { unaudited: 'the accounts of a demo are not given by anybody' }, touches: 'nothing' } as const;

async function createAccounts(db: Db, accounts: readonly Account[], passwordHash: string, at: Date): Promise<void> {
  const made = accounts.map((account) => ({ ...account, userId: uuid7() }));
  await mutate({ db }, system(at), demo, async (tx) => {
    await tx.user.createMany({
      data: made.map(({ userId: id, email, displayName }) => ({ id, email, displayName, passwordHash })),
    });
    await tx.membership.createMany({
      data: made.map(({ userId, municipalityId, role, departmentId }) => ({
        userId,
        municipalityId,
        role,
        departmentId: departmentId ?? null,
      })),
    });
    return { result: undefined };
  });
}

async function resetPasswords(db: Db, accounts: readonly Account[], password: string, at: Date): Promise<void> {
  const where = { email: { in: accounts.map(({ email }) => email) }, passwordHash: { not: null } };
  const users = await db.user.findMany({ where, select: { id: true, passwordHash: true } });
  const hashes = new Set(users.map(({ passwordHash }) => passwordHash));
  // All usually share one hash: checking it once keeps the start quick.
  if (hashes.size === 1 && (await isPassword(password, users[0]?.passwordHash))) return;
  const passwordHash = await hashPassword(password);
  await mutate({ db }, system(at), demo, async (tx) => {
    await tx.user.updateMany({ where, data: { passwordHash } });
    await endSessions(
      tx,
      at,
      users.map(({ id }) => id),
    );
    return { result: undefined };
  });
}

const letters = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Three groups of four unambiguous characters: 59 bits, and easy to type. */
const newPassword = (): string =>
  Array.from({ length: 3 }, () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('')).join(
    '-',
  );
