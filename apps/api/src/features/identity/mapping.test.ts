import { createHash } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { lockUser } from '../../platform/lock-user.ts';
import { createSession } from '../../platform/session.ts';
import { Browser } from '../../testing/browser.ts';
import { whilePersonLocked } from '../../testing/while-locked.ts';
import { startTestProvider, type TestProvider } from '../../testing/identity-provider.ts';
import { type SignedIn, signIn } from '../../testing/sign-in.ts';
import { expectProblem, startTestApp, type TestApp } from '../../testing/test-app.ts';

const base = '/api/v1/municipalities/kouvola/identity-mappings';
const entry = { claim: 'groups', value: 'Liikunta', role: 'reporter', department: 'liikuntapalvelut' };
const leader = { claim: 'groups', value: 'Johto', role: 'leader', department: null };
const admin = { claim: 'groups', value: 'Tuki', role: 'admin', department: null };

let provider: TestProvider;
let test: TestApp;
let boss: SignedIn;
beforeAll(async () => {
  const account = { sub: 'x', name: 'X', groups: ['Liikunta', 'Johto'] };
  provider = await startTestProvider({ product: () => 'http://localhost', account });
  test = await startTestApp({ settings: { identityProvider: provider.settings } });
});
afterAll(async () => {
  await test.close();
  await provider.close();
});
beforeEach(async () => {
  boss = await signIn(test, { role: 'admin' });
});
afterEach(async () => {
  await test.db.user.deleteMany();
  await test.db.identityMapping.deleteMany();
  await test.db.rateLimit.deleteMany();
});

const list = async (slug = 'kouvola') =>
  (await test.app.inject({ url: base.replace('kouvola', slug), headers: boss.headers })).json();
const add = (payload: object) => test.app.inject({ method: 'POST', url: base, headers: boss.headers, payload });
const addId = async (payload: object) => (await add(payload)).json<{ id: string }>().id;
const take = (id: string) => test.app.inject({ method: 'DELETE', url: `${base}/${id}`, headers: boss.headers });
const lastAudit = () => test.db.auditEntry.findFirst({ orderBy: [{ createdAt: 'desc' }, { sequence: 'desc' }] });
const me = async (browser: Browser) => (await browser.ask('GET', '/api/v1/session')).json().me;
const signedInThere = async () => {
  const browser = new Browser(test);
  await browser.signInThere();
  return browser;
};

it('shows the provider of the map, in its municipality only', async () => {
  expect(await list()).toEqual({
    provider: { name: 'Kaupungin tunnus', issuer: provider.settings.issuer },
    mappings: [],
  });
  boss = await signIn(test, { role: 'admin', slug: 'esimerkkila' });
  expect(await list('esimerkkila')).toEqual({ provider: null, mappings: [] });
});

it('lists a new entry and applies it at the next sign-in', async () => {
  const answer = await add(entry);
  expect(answer.statusCode).toBe(200);
  expect(answer.json()).toMatchObject({ ...entry, department: { slug: 'liikuntapalvelut' }, version: 1 });
  await add(leader);
  expect((await list()).mappings.map(({ value }: { value: string }) => value)).toEqual(['Johto', 'Liikunta']);
  const [here] = (await me(await signedInThere())).municipalities;
  expect(here).toMatchObject({ roles: ['reporter', 'leader'], departments: [{ slug: 'liikuntapalvelut' }] });
});

it('audits a hash of the value, not the value', async () => {
  const id = await addId({ ...entry, value: 'matti@kouvola.example' });
  const added = await lastAudit();
  expect(added).toMatchObject({
    action: 'identity.create',
    actorId: boss.userId,
    subject: `identity_mapping:${id}`,
    after: {
      claim: 'groups',
      role: 'reporter',
      valueHash: createHash('sha256').update('matti@kouvola.example').digest('hex').slice(0, 16),
    },
  });
  expect(JSON.stringify(added)).not.toContain('matti');
  await take(id);
  expect(await lastAudit()).toMatchObject({
    action: 'identity.delete',
    subject: `identity_mapping:${id}`,
    before: added!.after,
    after: { people: 0 },
  });
});

it.each([
  [{ ...entry, department: null }, 'body.department', 'department_needed'],
  [{ ...entry, department: 'ei-ole' }, 'body.department', 'department_unknown'],
  [{ ...leader, department: 'liikuntapalvelut' }, 'body.department', undefined],
  [{ ...leader, claim: 'a b' }, 'body.claim', undefined],
  [{ ...leader, value: ' ' }, 'body.value', undefined],
])('refuses %j', async (payload, path, reason) => {
  const [detail] = expectProblem(await add(payload), 'invalid_request').details ?? [];
  expect(detail).toMatchObject({ path, ...(reason && { reason }) });
  expect((await list()).mappings).toEqual([]);
});

it.each([[entry], [leader]])('refuses %j a second time', async (payload) => {
  await add(payload);
  expect(expectProblem(await add(payload), 'invalid_request').details).toMatchObject([
    { path: 'body.value', reason: 'already_there' },
  ]);
});

it('knows neither departments nor maps of other municipalities', async () => {
  const other = await signIn(test, { role: 'admin', slug: 'esimerkkila' });
  const id = await addId(entry);
  const url = `${base.replace('kouvola', 'esimerkkila')}/${id}`;
  expectProblem(await test.app.inject({ method: 'DELETE', url, headers: other.headers }), 'not_found');
  const own = await test.db.department.findMany({ where: { municipality: { slug: 'kouvola' } } });
  const theirs = await test.db.department.findFirstOrThrow({
    where: { municipality: { slug: 'esimerkkila' }, slug: { notIn: own.map(({ slug }) => slug) } },
  });
  const [detail] = expectProblem(await add({ ...entry, department: theirs.slug })).details ?? [];
  expect(detail?.reason).toBe('department_unknown');
  expect((await list()).mappings).toHaveLength(1);
});

it('takes the role of a deleted entry from people at once, and signs out nobody else', async () => {
  const id = await addId(entry);
  await add(leader);
  const browser = await signedInThere();
  provider.signInAs({ sub: 'y', name: 'Y', groups: ['Johto'] });
  const other = await signedInThere();
  provider.signInAs({ sub: 'x', name: 'X', groups: ['Liikunta', 'Johto'] });
  expect((await take(id)).json()).toEqual({ done: true });
  expect(await lastAudit()).toMatchObject({ after: { people: 1 } });
  expect(await me(browser)).toBeNull();
  expect(await me(other)).toMatchObject({ displayName: 'Y' });
  const left = await test.db.membership.findMany({ where: { user: { subject: 'x' } } });
  expect(left.map(({ role }) => role)).toEqual(['leader']);
});

it('keeps the role while another entry gives the same', async () => {
  const id = await addId(entry);
  await add({ ...entry, value: 'Kuntosali' });
  const browser = await signedInThere();
  await take(id);
  expect(await me(browser)).toMatchObject({ municipalities: [{ roles: ['reporter'] }] });
});

it('keeps roles given by an admin, and those of disabled people', async () => {
  const id = await addId(leader);
  await signedInThere();
  const here = await test.db.municipality.findUniqueOrThrow({ where: { slug: 'kouvola' } });
  const byHand = await signIn(test, { role: 'leader' });
  await test.db.membership.updateMany({ where: { user: { subject: 'x' } }, data: { disabledAt: new Date() } });
  await take(id);
  const left = await test.db.membership.findMany({ where: { municipalityId: here.id, role: 'leader' } });
  expect(left.map(({ source }) => source).toSorted()).toEqual(['identity_provider', 'manual']);
  expect(left.some(({ userId }) => userId === byHand.userId)).toBe(true);
});

it('refuses to take the role from the last admin', async () => {
  const id = await addId(admin);
  provider.signInAs({ sub: 'z', name: 'Z', groups: ['Tuki'] });
  const browser = await signedInThere();
  provider.signInAs({ sub: 'x', name: 'X', groups: ['Liikunta', 'Johto'] });
  await test.db.user.update({ where: { id: boss.userId }, data: { passwordHash: null } });
  const answer = await browser.ask('DELETE', `${base}/${id}`);
  expect(expectProblem(answer, 'invalid_request').details).toMatchObject([{ reason: 'last_admin' }]);
  expect(await me(browser)).toMatchObject({ municipalities: [{ roles: ['admin'] }] });
});

it('leaves nobody with the role who signs in while the entry is deleted, whichever is first', async () => {
  for (let round = 0; round < 6; round += 1) {
    const id = await addId(entry);
    const browser = new Browser(test);
    await Promise.all([browser.signInThere(), new Promise((r) => setTimeout(r, 20 * round)).then(() => take(id))]);
    expect(await test.db.membership.count({ where: { user: { subject: 'x' } } })).toBe(0);
  }
});

it('ends a session that begins while the role is taken', async () => {
  const id = await addId(entry);
  await signedInThere();
  const { id: userId } = await test.db.user.findFirstOrThrow({ where: { subject: 'x' } });
  const begin = () =>
    test.db.$transaction(async (tx) => {
      await lockUser(tx, userId);
      await createSession(tx, new Date(), { userId, method: 'identity_provider' });
    });
  const [, taken] = await whilePersonLocked(test, userId, begin, () => take(id));
  expect(taken.json()).toEqual({ done: true });
  expect(await test.db.session.count({ where: { userId, endedAt: null } })).toBe(0);
});
