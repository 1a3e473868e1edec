import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { userApi } from '@vointi/shared/user/contract.ts';
import { createLink, tokenOfLink } from '../../platform/one-time-link.ts';
import { ask } from '../../testing/ask.ts';
import { whilePersonLocked } from '../../testing/while-locked.ts';
import { cookieOf, makePerson, meOf, password, send } from '../../testing/person.ts';
import { signIn, type SignedIn } from '../../testing/sign-in.ts';
import { expectProblem, startTestApp, type TestApp, testSettings } from '../../testing/test-app.ts';

let test: TestApp;
let admin: SignedIn;
beforeAll(async () => {
  test = await startTestApp();
  admin = await signIn(test, { role: 'admin' });
});
afterAll(() => test.close());
beforeEach(() => test.db.rateLimit.deleteMany());

type Person = Awaited<ReturnType<typeof makePerson>>;
const chosen = 'kolme kurkea suolla';
const enter = ({ email }: Person) => send(test, 'POST', '/session', { email, password });
const openSessions = (userId: string) => test.db.session.count({ where: { userId, endedAt: null } });
const one = (id: string) => ({ params: { slug: 'kouvola', id }, body: { version: 1 } });

/** Every way in which another person ends all sessions of a person. */
const ends: [string, (person: Person) => Promise<() => ReturnType<typeof ask>>][] = [
  [
    'disabled',
    async ({ id }) =>
      () =>
        ask(test, admin, userApi.disable, one(id)),
  ],
  [
    'removed',
    async ({ id }) =>
      () =>
        ask(test, admin, userApi.remove, one(id)),
  ],
  [
    'given another address',
    async ({ id }) => {
      const { params } = one(id);
      const body = { version: 1, email: `toinen-${id}@kunta.example` };
      return () => ask(test, admin, userApi.update, { params, body });
    },
  ],
  [
    'given a new password by a link',
    async ({ id }) => {
      const linkId = await test.db.$transaction((tx) => createLink(tx, new Date(), { userId: id, kind: 'reset' }));
      const token = tokenOfLink(testSettings.linkSecret, linkId);
      return () => send(test, 'POST', '/links/use', { token, password: chosen });
    },
  ],
  [
    'given a new password by themselves',
    async (person) => {
      const cookie = cookieOf(await enter(person));
      return () => send(test, 'PUT', '/account/password', { current: password, password: chosen }, { cookie });
    },
  ],
];
/** The session that changed the password continues; the racing one does not. */
const ownSessions = (name: string) => (name.startsWith('given a new password') ? 1 : 0);

describe.each(ends)('signing in while being %s', (name, prepare) => {
  it('is refused when the sign-in comes second', async () => {
    const person = await makePerson(test);
    const [ended, entered] = await whilePersonLocked(test, person.id, await prepare(person), () => enter(person));
    expect(ended.statusCode).toBe(200);
    expectProblem(entered, 'sign_in_failed');
    expect(entered.cookies).toEqual([]);
    expect(await openSessions(person.id)).toBe(ownSessions(name));
  });

  it('ends the new session when the sign-in comes first', async () => {
    const person = await makePerson(test);
    const [entered, ended] = await whilePersonLocked(test, person.id, () => enter(person), await prepare(person));
    expect([entered.statusCode, ended.statusCode]).toEqual([200, 200]);
    expect(await meOf(test, cookieOf(entered))).toBeNull();
    expect(await openSessions(person.id)).toBe(ownSessions(name));
  });
});

const others: typeof ends = ends.filter(([name]) => name !== 'given a new password by themselves');
describe.each([
  ...others,
  [
    'signed out everywhere',
    async (person: Person) => {
      const cookie = cookieOf(await enter(person));
      return () => send(test, 'DELETE', '/account/sessions', undefined, { cookie });
    },
  ] satisfies (typeof ends)[number],
])('changing the password while being %s', (_name, prepare) => {
  it('is refused when the change comes second', async () => {
    const person = await makePerson(test);
    const cookie = cookieOf(await enter(person));
    const end = await prepare(person);
    const late = 'neljä kuovia suolla';
    const change = () => send(test, 'PUT', '/account/password', { current: password, password: late }, { cookie });
    const [ended, changed] = await whilePersonLocked(test, person.id, end, change);
    expect(ended.statusCode).toBe(200);
    expectProblem(changed, 'unauthenticated');
    expectProblem(await send(test, 'POST', '/session', { email: person.email, password: late }), 'sign_in_failed');
  });
});

it('logs and counts a sign-in that came too late as a failure', async () => {
  const person = await makePerson(test);
  const [, entered] = await whilePersonLocked(
    test,
    person.id,
    () => ask(test, admin, userApi.disable, one(person.id)),
    () => enter(person),
  );
  expectProblem(entered, 'sign_in_failed');
  const entries = await test.db.auditEntry.findMany({ where: { subject: `user:${person.id}` } });
  expect(entries.map(({ action }) => action).toSorted()).toEqual(['session.fail', 'user.disable']);
  const [here] = await test.db.rateLimit.findMany({ where: { key: { startsWith: 'sign-in-here' } } });
  expect(here?.points).toBe(1);
});

it('refuses a link whose person is being disabled, and sets no password', async () => {
  const { id } = await makePerson(test);
  const linkId = await test.db.$transaction((tx) => createLink(tx, new Date(), { userId: id, kind: 'reset' }));
  const token = tokenOfLink(testSettings.linkSecret, linkId);
  const before = await test.db.user.findUniqueOrThrow({ where: { id } });
  const [ended, opened] = await whilePersonLocked(
    test,
    id,
    () => ask(test, admin, userApi.disable, one(id)),
    () => send(test, 'POST', '/links/use', { token, password: chosen }),
  );
  expect(ended.statusCode).toBe(200);
  expectProblem(opened, 'link_expired');
  expect(await openSessions(id)).toBe(0);
  expect((await test.db.user.findUniqueOrThrow({ where: { id } })).passwordHash).toBe(before.passwordHash);
});
