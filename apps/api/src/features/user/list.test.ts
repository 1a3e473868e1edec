import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { userApi as api, type UserRow } from '@vointi/shared/user/contract.ts';
import { userStates } from '@vointi/shared/user/state.ts';
import { ask } from '../../testing/ask.ts';
import { addRole, signIn, type SignedIn } from '../../testing/sign-in.ts';
import { expectProblem, startTestApp, type TestApp } from '../../testing/test-app.ts';

let test: TestApp;
let admin: SignedIn;
const params = { slug: 'kouvola' };
beforeAll(async () => {
  test = await startTestApp();
  admin = await signIn(test, { role: 'admin' });
});
afterAll(() => test.close());

type Page = { users: UserRow[]; total: number; next: string | null };
const list = async (query: Record<string, string> = {}, who = admin): Promise<Page> => {
  const page = (await ask(test, who, api.list, { params, query })).json<Page>();
  expect(api.list.response.parse(page)).toEqual(page);
  return page;
};
const namesOf = ({ users }: Page) => users.map(({ displayName }) => displayName);
async function person(displayName: string, data: object = {}) {
  const { id } = await test.db.user.create({ data: { displayName, email: `${Math.random()}@kunta.example`, ...data } });
  await addRole(test, id, { role: 'reporter', department: 'nuorisopalvelut' });
  return id;
}

it('lists the people of the municipality in Finnish name order, with state, roles and what may be done to them', async () => {
  for (const name of ['Öhman', 'Äijälä', 'Zetterberg', 'Aalto', 'Åberg']) await person(`Järjestys ${name}`);
  await signIn(test, { role: 'leader', slug: 'esimerkkila' });
  const page = await list({ q: 'järjestys' });
  expect(namesOf(page)).toEqual(['Aalto', 'Zetterberg', 'Åberg', 'Äijälä', 'Öhman'].map((name) => `Järjestys ${name}`));
  expect(page.total).toBe(5);
  expect(page.users[0]).toMatchObject({
    state: 'invited',
    isExternal: false,
    roles: [{ role: 'reporter', department: { slug: 'nuorisopalvelut' }, isMapped: false }],
    invitedUntil: null,
    can: { edit: true, disable: true, remove: true, invite: true },
  });
  const [own] = (await list({ q: admin.displayName })).users;
  expect(own?.can).toEqual({ edit: true, disable: false, remove: false, invite: true });
  expect((await list({ q: 'leader' })).total).toBe(0);
});

it('searches in name and e-mail, without wildcards', async () => {
  await person('Sata % alle_viiva', { email: 'haku@toinen.example' });
  for (const q of ['sata %', 'ALLE_VIIVA', 'HAKU@toinen'])
    expect(namesOf(await list({ q }))).toEqual(['Sata % alle_viiva']);
  for (const q of ['S_ta', '%viiva%', "';--", '\\']) expect((await list({ q })).total).toBe(0);
});

it('filters by role, department and state', async () => {
  const id = await person('Kaksi roolia');
  await addRole(test, id, { role: 'approver', department: 'perusopetus' });
  const names = async (query: Record<string, string>) => namesOf(await list({ q: 'Kaksi', ...query }));
  expect(await names({ role: 'approver' })).toEqual(['Kaksi roolia']);
  expect(await names({ role: 'approver', department: 'perusopetus' })).toEqual(['Kaksi roolia']);
  expect(await names({ role: 'approver', department: 'nuorisopalvelut' })).toEqual([]);
  expect(await names({ role: 'leader' })).toEqual([]);
  const [row] = (await list({ q: 'Kaksi', department: 'perusopetus' })).users;
  expect(row?.roles.map(({ role }) => role)).toEqual(['approver', 'reporter']);
});

it('filters by the same states that its rows show', async () => {
  const passwordHash = '$argon2id$none';
  await person('Tila aktiivinen', { passwordHash });
  await person('Tila ulkoinen', {
    email: null,
    contactEmail: 'u@kunta.example',
    issuer: 'https://i.example',
    subject: 's',
  });
  await person('Tila kutsuttu');
  for (const [name, data] of [
    ['Tila pois', { passwordHash }],
    ['Tila kutsuttu ja pois', {}],
  ] as const) {
    const id = await person(name, data);
    await test.db.membership.updateMany({ where: { userId: id }, data: { disabledAt: new Date() } });
  }
  const half = await person('Tila puoliksi', { passwordHash });
  await test.db.membership.updateMany({ where: { userId: half }, data: { disabledAt: new Date() } });
  await addRole(test, half, { role: 'leader' });
  const all = (await list({ q: 'tila' })).users;
  expect(all).toHaveLength(6);
  for (const state of userStates) {
    const narrowed = await list({ q: 'tila', state });
    expect([state, namesOf(narrowed)]).toEqual([
      state,
      all.filter((row) => row.state === state).map(({ displayName }) => displayName),
    ]);
    expect(narrowed.total).toBe(narrowed.users.length);
  }
  expect(all.find(({ isExternal }) => isExternal)).toMatchObject({ email: 'u@kunta.example', can: { invite: false } });
});

it('marks somebody who belongs elsewhere too as shared and hides their last sign-in', async () => {
  const lastSignInAt = new Date('2026-11-01T08:00:00Z');
  const id = await person('Kaksi kuntaa', { lastSignInAt, passwordHash: '$argon2id$none' });
  expect((await list({ q: 'Kaksi kuntaa' })).users).toMatchObject([
    { isShared: false, lastSignInAt: lastSignInAt.toISOString() },
  ]);
  await addRole(test, id, { role: 'leader', slug: 'esimerkkila' });
  expect((await list({ q: 'Kaksi kuntaa' })).users).toMatchObject([{ isShared: true, lastSignInAt: null }]);
});

describe('pages', () => {
  it('show everybody once, also people of one name, and continue after the cursor', async () => {
    for (let number = 0; number < 120; number += 1) await person(`Sivu ${number % 3}`);
    const pages: Page[] = [await list({ q: 'Sivu' })];
    for (let next = pages[0]?.next; next; next = pages.at(-1)?.next)
      pages.push(await list({ q: 'Sivu', cursor: next }));
    expect(pages.map(({ users, total }) => [users.length, total])).toEqual([
      [50, 120],
      [50, 120],
      [20, 120],
    ]);
    expect(new Set(pages.flatMap(({ users }) => users.map(({ id }) => id))).size).toBe(120);
  });

  it('are empty after a cursor from another municipality, so that a position reveals no name', async () => {
    const stranger = await signIn(test, { role: 'leader', slug: 'esimerkkila' });
    await test.db.user.update({ where: { id: stranger.userId }, data: { displayName: 'Aaaa' } });
    const nobody = await list({ cursor: '01890000-0000-7000-8000-000000000000' });
    expect(await list({ cursor: stranger.userId })).toEqual(nobody);
    expect(nobody.users).toEqual([]);
    await addRole(test, stranger.userId, { role: 'leader' });
    expect((await list({ cursor: stranger.userId })).users).not.toEqual([]);
  });

  it.each(['x', '0', "' or 1=1", '00000000-0000-0000-0000-00000000000g'])('refuses the cursor %s', async (cursor) => {
    const answer = await ask(test, admin, api.list, { params, query: { cursor } });
    expect(expectProblem(answer, 'invalid_request').details).toMatchObject([{ path: 'query.cursor' }]);
  });
});

it('shows the list to a coordinator without rights to change it, and refuses a reporter', async () => {
  const coordinator = await signIn(test, { role: 'coordinator' });
  const { users } = await list({}, coordinator);
  expect(users.length).toBeGreaterThan(1);
  expect(users.every(({ can }) => Object.values(can).every((may) => !may))).toBe(true);
  const reporter = await signIn(test, { role: 'reporter', department: 'nuorisopalvelut' });
  expectProblem(await ask(test, reporter, api.list, { params, query: {} }), 'forbidden');
  expectProblem(
    await ask(test, await signIn(test, { role: 'admin', slug: 'esimerkkila' }), api.list, { params, query: {} }),
    'not_found',
  );
});
