import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { departmentManageApi as api, type DepartmentRow } from '@vointi/shared/department/manage-contract.ts';
import type { Call } from '@vointi/shared/http/route.ts';
import { ask } from '../../testing/ask.ts';
import { signIn, type SignedIn } from '../../testing/sign-in.ts';
import { esimerkkila, expectProblem, kouvola, startTestApp, type TestApp } from '../../testing/test-app.ts';

let test: TestApp;
let admin: SignedIn;
beforeAll(async () => {
  test = await startTestApp();
  admin = await signIn(test, { role: 'admin' });
});
afterAll(() => test.close());

const slug = 'kouvola';
const fields = (fi: string, more: object = {}) => ({
  kind: 'department' as const,
  name: { fi },
  shortName: null,
  aliases: [],
  contact: null,
  successor: null,
  validFrom: null,
  validTo: null,
  ...more,
});
const list = async (query = {}, who = admin) =>
  (await ask(test, who, api.list, { params: { slug }, query })).json<{ departments: DepartmentRow[] }>().departments;
const create = (body: ReturnType<typeof fields>) => ask(test, admin, api.create, { params: { slug }, body });
const update = (id: string, body: Call<typeof api.update>['body']) =>
  ask(test, admin, api.update, { params: { slug, id }, body });
const named = async (name: string) => {
  const row = (await list()).find((one) => one.slug === name);
  if (!row) throw new Error(`no ${name}`);
  return row;
};
const boardOf = async (address: string) =>
  (await test.app.inject(`${address}/board`)).json<{
    revision: number;
    departments: { name: object; slug: string }[];
  }>();

describe('the list', () => {
  it('shows every department with its assignments and people', async () => {
    await signIn(test, {
      role: 'reporter',
      department: 'nuorisopalvelut',
      also: [{ role: 'approver', department: 'nuorisopalvelut' }],
    });
    const all = await list();
    expect(all.length).toBe(await test.db.department.count({ where: { municipality: { slug } } }));
    const youth = all.find((one) => one.slug === 'nuorisopalvelut');
    expect(youth).toMatchObject({ people: 1, can: { edit: true, merge: true } });
    expect(youth?.assignments).toBe(await test.db.assignment.count({ where: { departmentId: youth?.id ?? '' } }));
    expect(api.list.response.parse({ departments: all })).toEqual({ departments: all });
  });

  it('searches in names and aliases, ignoring case and diacritics', async () => {
    await create(fields('Hätäkeskus', { aliases: ['Pelastus'] }));
    expect((await list({ q: 'HATAKES' })).map((one) => one.slug)).toEqual(['hatakeskus']);
    expect((await list({ q: 'pelastus' })).map((one) => one.slug)).toContain('hatakeskus');
    expect(await list({ q: 'hatakeskus', kind: 'partner' })).toEqual([]);
  });

  it('is read-only for a leader and refused to a reporter', async () => {
    const leader = await signIn(test, { role: 'leader' });
    expect((await list({}, leader)).every(({ can }) => !can.edit && !can.merge)).toBe(true);
    const reporter = await signIn(test, { role: 'reporter', department: 'nuorisopalvelut' });
    expectProblem(await ask(test, reporter, api.list, { params: { slug } }), 'forbidden');
    expectProblem(await ask(test, null, api.list, { params: { slug } }), 'unauthenticated');
  });
});

describe('adding', () => {
  it('takes the slug from the Finnish name, another when it is taken, and the last place in the order', async () => {
    const first = await create(fields('Åbo-työ & öljy', { contact: 'oljy@kunta.example' }));
    expect(first.json()).toMatchObject({ slug: 'abo-tyo-oljy', version: 1, contact: 'oljy@kunta.example', people: 0 });
    expect((await create(fields('Abo työ öljy'))).json()).toMatchObject({ slug: 'abo-tyo-oljy-2' });
    expect((await list()).at(-1)?.slug).toBe('abo-tyo-oljy-2');
  });

  it('refuses a name or an alias of another department', async () => {
    await create(fields('Ainoa', { aliases: ['Yksi'] }));
    const taken = async (body: ReturnType<typeof fields>) =>
      expectProblem(await create(body), 'invalid_request').details;
    expect(await taken(fields('AINOA'))).toMatchObject([{ path: 'body.name', reason: 'name_taken' }]);
    expect(await taken(fields('yksi'))).toMatchObject([{ path: 'body.name', reason: 'name_taken' }]);
    expect(await taken(fields('Uusi', { aliases: ['Toinen', 'ainoa'] }))).toMatchObject([
      { path: 'body.aliases.1', reason: 'name_taken' },
    ]);
  });

  it('creates one of two with the same name at once', async () => {
    const answers = await Promise.all([1, 2, 3].map(() => create(fields('Kilpailu'))));
    expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 400, 400]);
  });

  it('refuses an unknown successor, one of another municipality, and an end before the start', async () => {
    const problem = async (more: object) =>
      expectProblem(await create(fields('Virhe', more)), 'invalid_request').details;
    expect(await problem({ successor: 'hyvinvointi-esimerkki' })).toMatchObject([
      { path: 'body.successor', reason: 'department_unknown' },
    ]);
    expect(await problem({ validFrom: '2025-01-01', validTo: '2024-12-31' })).toMatchObject([
      { path: 'body.validTo', reason: 'days_backwards' },
    ]);
    expect(await problem({ validFrom: '0000-01-01' })).toMatchObject([{ path: 'body.validFrom' }]);
    expect(await problem({ contact: 'a\u0000b' })).toMatchObject([{ path: 'body.contact' }]);
    expect(await problem({ shortName: { fi: '\ud800' } })).toMatchObject([{ path: 'body.shortName.fi' }]);
  });
});

describe('changing', () => {
  let row: DepartmentRow;
  beforeEach(async () => {
    row = await named('nuorisopalvelut');
  });

  it('changes the given fields only, keeps the slug, and updates the board', async () => {
    const before = await boardOf(kouvola);
    const elsewhere = await boardOf(esimerkkila);
    const name = { fi: `Nuorten palvelut ${row.version}`, sv: 'Ungdomstjänster' };
    const changed = (await update(row.id, { version: row.version, name })).json<DepartmentRow>();
    expect(changed).toEqual({ ...row, name, version: row.version + 1 });
    await expect.poll(async () => (await boardOf(kouvola)).revision).toBe(before.revision + 1);
    const after = await boardOf(kouvola);
    expect(after.departments.find((one) => one.slug === 'nuorisopalvelut')?.name).toEqual(name);
    expect((await boardOf(esimerkkila)).revision).toBe(elsewhere.revision);
  });

  it('clears with null', async () => {
    const set = await update(row.id, { version: row.version, contact: 'x@kunta.example', validTo: '2030-01-01' });
    expect(set.json()).toMatchObject({ contact: 'x@kunta.example', validTo: '2030-01-01' });
    const cleared = await update(row.id, { version: row.version + 1, contact: null, validTo: null });
    expect(cleared.json()).toMatchObject({ contact: null, validTo: null, aliases: row.aliases });
  });

  it('answers a stale version with 409 and the current row', async () => {
    const answers = await Promise.all(['a', 'b'].map((contact) => update(row.id, { version: row.version, contact })));
    const [won, lost] = answers.toSorted((a, b) => a.statusCode - b.statusCode);
    expect(won?.statusCode).toBe(200);
    if (lost) expect(expectProblem(lost, 'conflict').current).toEqual(won?.json());
    expect(await named('nuorisopalvelut')).toEqual(won?.json());
  });

  it('refuses a circle of successors', async () => {
    const a = (await create(fields('Ketju A'))).json<DepartmentRow>();
    const b = (await create(fields('Ketju B', { successor: a.slug }))).json<DepartmentRow>();
    expect(b.successor).toMatchObject({ slug: a.slug });
    for (const successor of [a.slug, b.slug]) {
      const answer = await update(a.id, { version: a.version, successor });
      expect(expectProblem(answer, 'invalid_request').details).toMatchObject([
        { path: 'body.successor', reason: 'department_circular' },
      ]);
    }
    expectProblem(await update(a.id, { version: 1, successor: 'ei-ole' }), 'invalid_request');
  });

  it('keeps a duplicate name from an imported file, and refuses a new one', async () => {
    const other = await named('perusopetus');
    await test.db.department.update({ where: { id: row.id }, data: { aliases: ['Perusopetus'] } });
    const kept = await update(row.id, { version: row.version, aliases: ['Perusopetus', 'Nuoriso'] });
    expect(kept.json()).toMatchObject({ aliases: ['Perusopetus', 'Nuoriso'] });
    const answer = await update(other.id, { version: other.version, aliases: ['nuoriso'] });
    expect(expectProblem(answer, 'invalid_request').details).toMatchObject([{ reason: 'name_taken' }]);
  });

  it('answers 404 for one of another municipality', async () => {
    const foreign = await test.db.department.findFirstOrThrow({ where: { municipality: { slug: 'esimerkkila' } } });
    expectProblem(await update(foreign.id, { version: foreign.version, contact: 'x' }), 'not_found');
    expect(await test.db.department.findUnique({ where: { id: foreign.id } })).toEqual(foreign);
  });
});

it('audits which fields changed, not their values', async () => {
  const { id } = (await create(fields('Jälki', { contact: 'salainen@kunta.example' }))).json<DepartmentRow>();
  await update(id, { version: 1, contact: 'toinen@kunta.example' });
  const entries = await test.db.auditEntry.findMany({
    where: { subject: `department:${id}` },
    orderBy: { sequence: 'asc' },
  });
  expect(entries).toMatchObject([
    { action: 'department.create', actorId: admin.userId, after: { slug: 'jalki', kind: 'department' } },
    { action: 'department.update', before: { version: 1 }, after: { version: 2, fields: ['contact'] } },
  ]);
  expect(JSON.stringify(entries)).not.toContain('example');
});
