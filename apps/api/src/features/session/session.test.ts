import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sessionApi, type SessionState } from '@vointi/shared/session/contract.ts';
import { hashPassword } from '../../platform/password-hash.ts';
import { addRole } from '../../testing/sign-in.ts';
import { expectProblem, startTestApp, type TestApp } from '../../testing/test-app.ts';

const password = 'syksyn viimeinen lehti';
const origin = 'http://localhost:80';
let test: TestApp;
let now = new Date('2026-11-24T08:00:00Z');
let passwordHash: string;

beforeAll(async () => {
  passwordHash = await hashPassword(password);
  test = await startTestApp({ now: () => now });
});
afterAll(() => test.close());

const later = (minutes: number) => {
  now = new Date(now.getTime() + minutes * 60_000);
};

let count = 0;
async function makePerson(role: Parameters<typeof addRole>[2] | null = { role: 'leader' }) {
  count += 1;
  const email = `henkilo-${count}@kunta.example`;
  const { id } = await test.db.user.create({ data: { email, displayName: `Henkilö ${count}`, passwordHash } });
  if (role) await addRole(test, id, role);
  return { id, email };
}

const signIn = (email: string, secret = password, headers: Record<string, string> = {}) =>
  test.app.inject({
    method: 'POST',
    url: '/api/v1/session',
    payload: { email, password: secret },
    headers: { origin, ...headers },
  });
const cookieOf = (answer: { cookies: { name: string; value: string }[] }) =>
  answer.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
const call = (method: 'GET' | 'DELETE', url: string, cookie: string) =>
  test.app.inject({ method, url, headers: { cookie, origin } });
const stateOf = async (cookie: string) => (await call('GET', '/api/v1/session', cookie)).json<SessionState>();
const signedIn = async (role?: Parameters<typeof addRole>[2]) => {
  const person = await makePerson(role);
  return { ...person, cookie: cookieOf(await signIn(person.email)) };
};
const auditOf = async (userId: string) =>
  (await test.db.auditEntry.findMany({ where: { subject: `user:${userId}` }, orderBy: { sequence: 'asc' } })).map(
    ({ action, actorId }) => [action, actorId],
  );

describe('signing in', () => {
  it('answers with the person and their rights in each municipality', async () => {
    const { id, email } = await makePerson({ role: 'reporter', department: 'nuorisopalvelut' });
    await addRole(test, id, { role: 'approver', department: 'nuorisopalvelut' });
    await addRole(test, id, { role: 'leader', slug: 'esimerkkila' });
    const answer = await signIn(` ${email.toUpperCase()} `);
    expect(answer.statusCode).toBe(200);
    const state = sessionApi.create.response.parse(answer.json());
    expect(state).toEqual(await stateOf(cookieOf(answer)));
    expect(state.me).toMatchObject({ id, email, signedInBy: 'password', hasPassword: true });
    expect(state.me?.municipalities.map(({ slug, roles }) => [slug, roles])).toEqual([
      ['esimerkkila', ['leader']],
      ['kouvola', ['reporter', 'approver']],
    ]);
    expect(state.me?.municipalities[1]?.departments.map(({ slug }) => slug)).toEqual(['nuorisopalvelut']);
    expect(state.me?.municipalities[0]?.can).toContain('report:read');
    expect(state.me?.municipalities[1]?.can).not.toContain('user:manage');
  });

  it('issues a new token each time, stores only its hash, and ends the former session of the browser', async () => {
    const { id, email, cookie } = await signedIn();
    const again = await signIn(email, password, { cookie });
    const second = cookieOf(again);
    expect(second).not.toBe(cookie);
    expect((await stateOf(cookie)).me).toBeNull();
    expect((await stateOf(second)).me?.id).toBe(id);
    const token = again.cookies[0]!.value;
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    const stored = await test.db.$queryRaw<{ row: string }[]>`select row_to_json(s)::text as row from "Session" s`;
    expect(stored.map(({ row }) => row).join()).not.toContain(token);
    expect(stored.map(({ row }) => row).join()).not.toContain(Buffer.from(token, 'base64url').toString('hex'));
  });

  it.each([
    ['http://kunta.example', /^vointi=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/],
    ['https://kunta.example', /^__Host-vointi=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/],
  ])('hides the cookie at %s from scripts and other sites', async (publicUrl, cookie) => {
    const other = await startTestApp({ settings: { publicUrl } });
    const { id } = await other.db.user.create({ data: { email: 'a@kunta.example', displayName: 'A', passwordHash } });
    await addRole(other, id, { role: 'leader' });
    const payload = { email: 'a@kunta.example', password };
    const answer = await other.app.inject({
      method: 'POST',
      url: '/api/v1/session',
      payload,
      headers: { origin: publicUrl },
    });
    expect(String(answer.headers['set-cookie'])).toMatch(cookie);
    await other.close();
  });

  it.each([
    ['a wrong password', async () => signIn((await makePerson()).email, 'jotain muuta')],
    ['no such account', async () => signIn('ei-ole@kunta.example')],
    ['an account without a role', async () => signIn((await makePerson(null)).email)],
    [
      'an account that is disabled',
      async () => {
        const { id, email } = await makePerson();
        await test.db.membership.updateMany({ where: { userId: id }, data: { disabledAt: now } });
        return signIn(email);
      },
    ],
  ])('refuses %s with the same answer', async (_why, attempt) => {
    const answer = await attempt();
    const { requestId: _, ...problem } = expectProblem(answer, 'sign_in_failed');
    expect(problem).toEqual({ code: 'sign_in_failed', status: 401 });
    expect(answer.cookies).toEqual([]);
  });

  it('writes an audit row for a success and for a failure', async () => {
    const { id, email } = await makePerson();
    await signIn(email, 'väärä salasana');
    const cookie = cookieOf(await signIn(email));
    await call('DELETE', '/api/v1/session', cookie);
    expect(await auditOf(id)).toEqual([
      ['session.fail', null],
      ['session.create', id],
      ['session.delete', id],
    ]);
    await signIn('ei-ole@kunta.example');
    const [failure] = await test.db.auditEntry.findMany({
      where: { municipalityId: null },
      orderBy: { sequence: 'desc' },
      take: 1,
    });
    expect(failure).toMatchObject({ action: 'session.fail', subject: 'session', actorId: null });
    expect(JSON.stringify(failure)).not.toContain('ei-ole');
  });
});

describe('a session ends', () => {
  it('an hour after its last use, not after its start', async () => {
    const { cookie } = await signedIn();
    for (let hours = 0; hours < 3; hours += 1) {
      later(59);
      expect((await stateOf(cookie)).me).not.toBeNull();
    }
    later(60);
    expect((await stateOf(cookie)).me).toBeNull();
  });

  it('twelve hours after its start, however much it is used', async () => {
    const { cookie } = await signedIn();
    for (let minutes = 0; minutes < 12 * 60 - 30; minutes += 30) {
      later(30);
      expect((await stateOf(cookie)).me).not.toBeNull();
    }
    later(30);
    expect((await stateOf(cookie)).me).toBeNull();
  });

  it('by signing out, which also clears the cookie', async () => {
    const { cookie } = await signedIn();
    const answer = await call('DELETE', '/api/v1/session', cookie);
    expect(answer.json()).toEqual({ continueAt: null });
    expect(String(answer.headers['set-cookie'])).toMatch(/^vointi=; Max-Age=0; Path=\//);
    expect((await stateOf(cookie)).me).toBeNull();
    expect((await call('DELETE', '/api/v1/session', cookie)).json()).toEqual({ continueAt: null });
  });

  it('everywhere at once by signing out everywhere', async () => {
    const { email, cookie } = await signedIn();
    const other = cookieOf(await signIn(email));
    const somebodyElse = await signedIn();
    expect((await call('DELETE', '/api/v1/account/sessions', cookie)).json()).toEqual({ done: true });
    expect((await stateOf(cookie)).me).toBeNull();
    expect((await stateOf(other)).me).toBeNull();
    expect((await stateOf(somebodyElse.cookie)).me).not.toBeNull();
  });
});

describe('own sessions', () => {
  it('lists open sessions and marks the current one', async () => {
    const { email, cookie } = await signedIn();
    const phone = cookieOf(await signIn(email, password, { 'user-agent': 'Firefox for Android' }));
    const gone = cookieOf(await signIn(email));
    await call('DELETE', '/api/v1/session', gone);
    const { sessions } = sessionApi.list.response.parse((await call('GET', '/api/v1/account/sessions', cookie)).json());
    expect(sessions).toHaveLength(2);
    expect(sessions.filter(({ isCurrent }) => isCurrent)).toHaveLength(1);
    const other = sessions.find(({ isCurrent }) => !isCurrent);
    expect(other?.userAgent).toBe('Firefox for Android');
    expect((await call('DELETE', `/api/v1/account/sessions/${other?.id}`, cookie)).json()).toEqual({ done: true });
    expect((await stateOf(phone)).me).toBeNull();
    expectProblem(await call('DELETE', `/api/v1/account/sessions/${other?.id}`, cookie), 'not_found');
  });

  it("answers 404 for somebody else's and keeps it open", async () => {
    const victim = await signedIn();
    const { id } = await test.db.session.findFirstOrThrow({ where: { userId: victim.id } });
    const { cookie } = await signedIn({ role: 'admin' });
    expectProblem(await call('DELETE', `/api/v1/account/sessions/${id}`, cookie), 'not_found');
    expect((await stateOf(victim.cookie)).me?.id).toBe(victim.id);
  });
});

it('tells an anonymous caller how one can sign in here', async () => {
  expect(await stateOf('vointi=made-up')).toEqual({ me: null, identityProvider: null, hasMailbox: true });
});
