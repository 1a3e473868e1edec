import type { LightMyRequestResponse as Answer } from 'fastify';
import type { SessionState } from '@vointi/shared/session/contract.ts';
import { hashPassword } from '../platform/password-hash.ts';
import { addRole } from './sign-in.ts';
import type { TestApp } from './test-app.ts';

export const password = 'syksyn viimeinen lehti';
let hashed: Promise<string> | undefined;
let count = 0;

/** Creates a person with `password`, and with this role unless null. */
export async function makePerson(
  test: Pick<TestApp, 'db'>,
  role: Parameters<typeof addRole>[2] | null = { role: 'leader' },
): Promise<{ id: string; email: string }> {
  hashed ??= hashPassword(password);
  count += 1;
  const email = `henkilo-${count}@kunta.example`;
  const data = { email, displayName: `Henkilö ${count}`, passwordHash: await hashed };
  const { id } = await test.db.user.create({ data });
  if (role) await addRole(test, id, role);
  return { id, email };
}

type From = { cookie?: string; address?: string; headers?: Record<string, string> };
type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** Sends a request as the product's pages do, from a network address. */
export const send = (
  { app }: Pick<TestApp, 'app'>,
  method: Method,
  url: string,
  payload?: object,
  { cookie, address, headers }: From = {},
): Promise<Answer> =>
  app.inject({
    method,
    url: `/api/v1${url}`,
    ...(payload && { payload }),
    ...(address !== undefined && { remoteAddress: address }),
    headers: { origin: 'http://localhost:80', ...(cookie !== undefined && { cookie }), ...headers },
  });

export const cookieOf = (answer: Answer): string =>
  answer.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');

export const meOf = async (test: Pick<TestApp, 'app'>, cookie: string): Promise<SessionState['me']> =>
  (await send(test, 'GET', '/session', undefined, { cookie })).json<SessionState>().me;

export const auditOf = async ({ db }: Pick<TestApp, 'db'>, userId: string): Promise<[string, string | null][]> =>
  (await db.auditEntry.findMany({ where: { subject: `user:${userId}` }, orderBy: { sequence: 'asc' } })).map(
    ({ action, actorId }) => [action, actorId],
  );
