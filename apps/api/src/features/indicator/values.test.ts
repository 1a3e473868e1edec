import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { IndicatorHead } from '@vointi/shared/indicator/contract.ts';
import type { Cell, StoredCell } from '@vointi/shared/indicator/manage-contract.ts';
import { lockMunicipality } from '../../platform/lock-municipality.ts';
import { whileDeadlocked } from '../../testing/while-locked.ts';
import { contentsOf } from '../../testing/plan-contents.ts';
import { signIn, type SignedIn } from '../../testing/sign-in.ts';
import { expectProblem, kouvola, startTestApp, type TestApp } from '../../testing/test-app.ts';
import { cell, detailOf, number, write } from './testing.ts';

let test: TestApp;
let coordinator: SignedIn;
beforeAll(async () => {
  test = await startTestApp();
  coordinator = await signIn(test, { role: 'coordinator' });
});
afterAll(() => test.close());

const send = (method: 'POST' | 'PUT' | 'PATCH', path: string, body: object) =>
  write(test, coordinator.headers, method, path, body);
const put = (cells: Cell[]) => send('PUT', '/indicator-values', { cells });
const plain = {
  kind: 'number',
  unit: { fi: 'hlö' },
  decimals: 0,
  direction: 'up_is_good',
  set: null,
  definition: null,
  source: { fi: 'Oma laskenta' },
  sourceId: null,
  sourceUrl: null,
  licence: 'CC BY 4.0',
  countsPeople: false,
  regionName: null,
};
let count = 0;
async function create(more: object = {}): Promise<IndicatorHead> {
  count += 1;
  const answer = await send('POST', '/indicators', { ...plain, name: { fi: `Kokeilu ${count}` }, ...more });
  expect(answer.statusCode).toBe(200);
  return answer.json<IndicatorHead>();
}
let own: IndicatorHead;
beforeEach(async () => {
  own = await create();
});

describe('a block of values', () => {
  it('stores all cells with their metadata, and reads them back the same', async () => {
    const answer = await put([
      cell(own.slug, '2023', number(12)),
      cell(own.slug, '2024', { kind: 'missing' }),
      cell(own.slug, '2023', number(7), {
        sex: 'female',
        ageGroup: 'working_age',
        note: { fi: 'Arvio' },
        isUncertain: true,
      }),
      cell(own.slug, '2023-2024', number(0), { area: 'region', source: { fi: 'Muu' }, licence: null }),
    ]);
    expect(answer.json<{ cells: StoredCell[] }>().cells.map(({ value }) => value?.version)).toEqual([1, 1, 1, 1]);
    const { values } = await detailOf(test, own.slug);
    expect(values.find(({ kind, sex }) => kind === 'number' && sex === null)).toMatchObject({
      value: 12,
      source: { fi: 'Oma laskenta' },
      licence: 'CC BY 4.0',
    });
    expect(values.find(({ sex }) => sex === 'female')).toMatchObject({ note: { fi: 'Arvio' }, isUncertain: true });
    // A value with a source of its own does not inherit the licence.
    expect(values.find(({ area }) => area === 'region')).toMatchObject({
      value: 0,
      source: { fi: 'Muu' },
      licence: null,
    });
    expect(values.filter(({ kind }) => kind === 'missing')).toHaveLength(1);
  });

  it('writes nothing when a cell does not fit, and names each such cell', async () => {
    const before = await contentsOf(test.db);
    const answer = await put([
      cell(own.slug, '2023', number(12)),
      cell(own.slug, '2024', number(12.5)),
      cell('ei-ole', '2024', number(1)),
      cell(own.slug, '2025', { kind: 'yes_no', value: true }),
      cell(own.slug, '2023', number(13)),
      cell('varhaiskasvatussuunnitelma-paivitetty', '2023', { kind: 'milestone', value: '2023-02-30' }),
    ]);
    const { details } = expectProblem(answer, 'invalid_request');
    expect(details?.map(({ path, reason }) => [path, reason])).toEqual([
      ['body.cells.1.value', 'too_many_decimals'],
      ['body.cells.2.indicator', 'indicator_unknown'],
      ['body.cells.3.value', 'kind_wrong'],
      ['body.cells.4.period', 'twice'],
      ['body.cells.5.value', 'no_such_date'],
    ]);
    expect(details?.[0]?.message).toContain(`${own.slug}, 2024`);
    expect(await contentsOf(test.db)).toEqual(before);
  });

  it('answers a stale write with the stored cells, and writes none', async () => {
    await put([cell(own.slug, '2023', number(1)), cell(own.slug, '2024', number(2))]);
    const answer = await put([cell(own.slug, '2025', number(3)), cell(own.slug, '2024', number(20), { version: 0 })]);
    const { current } = expectProblem(answer, 'conflict');
    expect(current).toMatchObject({ cells: [{ period: '2024', value: { value: 2, version: 1 } }] });
    expect((await detailOf(test, own.slug)).values.map(({ period }) => period)).toEqual(['2023', '2024']);
  });

  it('writes a repeated request once', async () => {
    const cells = [cell(own.slug, '2023', number(1))];
    await put(cells);
    const again = await put(cells);
    expect(again.json<{ cells: StoredCell[] }>().cells[0]?.value).toMatchObject({ value: 1, version: 1 });
    const entries = await test.db.auditEntry.count({
      where: { subject: `indicator:${own.id}`, action: 'indicator.update_values' },
    });
    expect(entries).toBe(1);
  });

  it('drops the metadata of a replaced value, and keeps that of an unchanged one', async () => {
    const said = { note: { fi: 'Ennakko' }, source: { fi: 'Tilastokeskus' }, sourceId: 'tk:1', licence: 'CC BY 4.0' };
    await put([
      cell(own.slug, '2023', number(1), { ...said, isUncertain: true }),
      cell(own.slug, '2024', number(2), { ...said, isUncertain: true }),
      cell(own.slug, '2025', number(3), { ...said, isUncertain: true }),
    ]);
    const answer = await put([
      cell(own.slug, '2023', number(9), { version: 1 }),
      cell(own.slug, '2024', number(2), { version: 1, note: { fi: 'Tarkistettu' } }),
      cell(own.slug, '2025', number(30), { version: 1, source: said.source, isUncertain: true }),
    ]);
    expect(answer.statusCode).toBe(200);
    const rows = await test.db.indicatorValue.findMany({ where: { indicatorId: own.id }, orderBy: { period: 'asc' } });
    expect(rows).toMatchObject([
      { version: 2, note: null, source: null, sourceId: null, licence: null, isUncertain: false },
      { version: 2, ...said, note: { fi: 'Tarkistettu' }, isUncertain: true },
      { version: 2, note: null, source: said.source, sourceId: null, licence: null, isUncertain: true },
    ]);
  });

  it('undoes cell by cell: removes new values and restores old ones', async () => {
    const said = { note: { fi: 'Laskettu' }, source: { fi: 'Tilastokeskus' }, licence: 'CC BY 4.0', isUncertain: true };
    await put([cell(own.slug, '2023', number(1), said)]);
    await put([cell(own.slug, '2023', number(5), { version: 1 }), cell(own.slug, '2024', number(6))]);
    const undone = await put([
      cell(own.slug, '2023', number(1), { version: 2, ...said }),
      cell(own.slug, '2024', { kind: 'none' }, { version: 1 }),
    ]);
    expect(undone.statusCode).toBe(200);
    const { values } = await detailOf(test, own.slug);
    expect(values).toHaveLength(1);
    expect(values[0]).toMatchObject({ value: 1, version: 3, ...said });
  });

  it('gives a value that is deleted and written again a new version', async () => {
    const other = await signIn(test, { role: 'coordinator' });
    const theirs = (cells: Cell[]) => write(test, other.headers, 'PUT', '/indicator-values', { cells });
    await put([cell(own.slug, '2023', number(10)), cell(own.slug, '2024', number(1))]);
    await put([cell(own.slug, '2024', number(2), { version: 1 })]);
    // Another coordinator deletes the value that the first has open, and writes it again.
    await theirs([cell(own.slug, '2023', { kind: 'none' }, { version: 1 })]);
    await theirs([cell(own.slug, '2024', { kind: 'none' }, { version: 2 })]);
    const again = await theirs([cell(own.slug, '2023', number(20)), cell(own.slug, '2024', number(3))]);
    expect(again.json<{ cells: StoredCell[] }>().cells.map(({ value }) => value?.version)).toEqual([3, 3]);
    const { current } = expectProblem(await put([cell(own.slug, '2023', number(11), { version: 1 })]), 'conflict');
    expect(current).toMatchObject({ cells: [{ value: { value: 20, version: 3 } }] });
    expectProblem(await put([cell(own.slug, '2024', number(11), { version: 2 })]), 'conflict');
    const { values } = await detailOf(test, own.slug);
    expect(values.map((one) => one.kind === 'number' && one.value)).toEqual([20, 3]);
  });

  it('retries after a deadlock', async () => {
    await put([cell(own.slug, '2023', number(1))]);
    const { municipalityId } = await test.db.indicator.findUniqueOrThrow({ where: { id: own.id } });
    const answer = await whileDeadlocked(
      test,
      {
        hold: (tx) =>
          tx.$executeRaw`select from "IndicatorValue" where "indicatorId" = ${own.id}::uuid for no key update`,
        need: (tx) => lockMunicipality(tx, municipalityId),
      },
      () => put([cell(own.slug, '2023', number(2), { version: 1 })]),
    );
    expect(answer.json()).toMatchObject({ cells: [{ value: { value: 2, version: 2 } }] });
  });

  it('logs ids and counts, and no figures or texts', async () => {
    await put([cell(own.slug, '2023', number(4242), { note: { fi: 'Salaisuus' } })]);
    const entries = await test.db.auditEntry.findMany({ where: { subject: `indicator:${own.id}` } });
    const said = JSON.stringify(entries.map(({ before, after }) => [before, after]));
    expect(said).toContain('"created":1');
    expect(said).not.toMatch(/4242|Salaisuus|Kokeilu/);
  });

  it('raises the revision of the plan, so that open pages fetch again', async () => {
    const revision = async () =>
      (await test.db.plan.findFirstOrThrow({ where: { municipality: { slug: 'kouvola' } } })).revision;
    const before = await revision();
    await put([cell(own.slug, '2023', number(1))]);
    expect(await revision()).toBe(before + 1);
  });
});

describe('an indicator', () => {
  it('changes the given fields, and answers a stale change with the stored indicator', async () => {
    const answer = await send('PATCH', `/indicators/${own.id}`, {
      version: 1,
      name: { fi: 'Uusi', en: 'New' },
      licence: null,
      set: 'kouluterveyskysely',
    });
    expect(answer.json()).toMatchObject({
      version: 2,
      slug: own.slug,
      name: { fi: 'Uusi', en: 'New' },
      licence: null,
      source: { fi: 'Oma laskenta' },
      set: { slug: 'kouluterveyskysely' },
    });
    const { current } = expectProblem(
      await send('PATCH', `/indicators/${own.id}`, { version: 1, unit: null }),
      'conflict',
    );
    expect(current).toMatchObject({ version: 2 });
    const unknown = await send('PATCH', `/indicators/${own.id}`, { version: 2, set: 'ei-ole' });
    expect(expectProblem(unknown, 'invalid_request').details?.[0]?.reason).toBe('set_unknown');
  });

  it('keeps its kind and its decimals while it has values that need them', async () => {
    const rate = await create({ decimals: 1 });
    await put([cell(rate.slug, '2023', number(1.5))]);
    const reasons = await Promise.all(
      [{ kind: 'text' }, { decimals: 0 }].map(async (change) => {
        const answer = await send('PATCH', `/indicators/${rate.id}`, { version: 1, ...change });
        return expectProblem(answer, 'invalid_request').details?.[0]?.reason;
      }),
    );
    expect(reasons).toEqual(['kind_fixed', 'too_many_decimals']);
    expect((await send('PATCH', `/indicators/${rate.id}`, { version: 1, decimals: 2 })).statusCode).toBe(200);
  });

  it('replaces all targets and breaks at once', async () => {
    const targets = await send('PUT', `/indicators/${own.id}/targets`, {
      version: 1,
      targets: [
        { period: '2026', value: 20 },
        { period: '2025', value: 10 },
      ],
    });
    expect(targets.json()).toEqual({
      version: 2,
      targets: [
        { period: '2025', value: 10 },
        { period: '2026', value: 20 },
      ],
    });
    const breaks = [{ period: '2022', note: { fi: 'Kysymys muuttui' } }];
    expect((await send('PUT', `/indicators/${own.id}/breaks`, { version: 2, breaks })).json()).toEqual({
      version: 3,
      breaks,
    });
    expect(await detailOf(test, own.slug)).toMatchObject({
      version: 3,
      breaks,
      targets: [{ value: 10 }, { value: 20 }],
    });
    const wrong = await send('PUT', `/indicators/${own.id}/targets`, {
      version: 3,
      targets: [{ period: '2025', value: '2025-06' }],
    });
    expect(expectProblem(wrong, 'invalid_request').details).toMatchObject([
      { path: 'body.targets.0.value', reason: 'kind_wrong' },
    ]);
  });

  it('links and unlinks measures and goals of the plan', async () => {
    const path = `/plans/2024/indicators/${own.id}/links`;
    const links = { measures: ['liikkuva-koulu'], goals: ['osallisuus'] };
    expect((await send('PUT', path, { version: 1, ...links })).statusCode).toBe(200);
    const linked = await detailOf(test, own.slug);
    expect(linked.measures.map(({ code, via }) => [code, via])).toEqual([['liikkuva-koulu', 'indicator']]);
    expect(linked.goals.map(({ slug }) => slug)).toEqual(['terveelliset-elintavat', 'osallisuus']);
    const measure = (await test.app.inject(`${kouvola}/measures/liikkuva-koulu`)).json();
    expect(measure.indicators.map(({ slug }: { slug: string }) => slug)).toContain(own.slug);
    const unknown = await send('PUT', path, { version: 2, measures: ['ei-ole'], goals: [] });
    expect(expectProblem(unknown, 'invalid_request').details).toMatchObject([{ reason: 'measure_unknown' }]);
    expect((await send('PUT', path, { version: 2, measures: [], goals: [] })).statusCode).toBe(200);
    expect((await detailOf(test, own.slug)).measures).toEqual([]);
  });

  it('deletes an indicator only without values and links', async () => {
    await put([cell(own.slug, '2023', number(1))]);
    const kept = await send('POST', `/indicators/${own.id}/delete`, { version: 1 });
    expect(expectProblem(kept, 'invalid_request').details?.[0]?.reason).toBe('indicator_in_use');
    await put([cell(own.slug, '2023', { kind: 'none' }, { version: 1 })]);
    expect((await send('POST', `/indicators/${own.id}/delete`, { version: 1 })).statusCode).toBe(200);
    expect((await test.app.inject(`${kouvola}/indicators/${own.slug}`)).statusCode).toBe(404);
  });

  it('answers 404 for an indicator of another municipality', async () => {
    const other = await test.db.indicator.findFirstOrThrow({ where: { municipality: { slug: 'esimerkkila' } } });
    expectProblem(await send('PATCH', `/indicators/${other.id}`, { version: 1, unit: null }), 'not_found');
    expectProblem(await put([cell(`${other.slug}-x`, '2023', number(1))]), 'invalid_request');
    expect((await test.app.inject(`${kouvola}/indicators/${other.id}`)).statusCode).toBe(404);
  });
});

describe('counts of people', () => {
  const at = (ageGroup: Cell['ageGroup'], sex: Cell['sex'], value: number) =>
    cell(own.slug, '2023', number(value), { ageGroup, sex });
  const shown = (values: { kind: string; sex: string | null; ageGroup: string | null }[]) =>
    values.map((value) => [
      value.ageGroup,
      value.sex,
      value.kind === 'number' ? (value as { value?: number }).value : value.kind,
    ]);

  it('hides counts below five, and counts that would reveal them, from the public but not from staff', async () => {
    own = await create({ countsPeople: true });
    await put([at(null, null, 40), at(null, 'female', 3), at(null, 'male', 37), at('working_age', null, 0)]);
    const open = await detailOf(test, own.slug);
    expect(shown(open.values)).toEqual([
      [null, null, 40],
      [null, 'female', 'suppressed'],
      [null, 'male', 'suppressed'],
      ['working_age', null, 0],
    ]);
    expect(open.hidden).toEqual({ suppressed: 2, smallestShown: 5, seesAll: false });
    const reporter = await signIn(test, { role: 'reporter', department: 'nuorisopalvelut' });
    const inside = await detailOf(test, own.slug, reporter.headers);
    expect(shown(inside.values).map(([, , value]) => value)).toEqual([40, 3, 37, 0]);
    const elsewhere = await signIn(test, { role: 'coordinator', slug: 'esimerkkila' });
    expect((await detailOf(test, own.slug, elsewhere.headers)).hidden.seesAll).toBe(false);
  });

  it('keeps hidden counts out of every public answer: page, catalogue, measure, both files', async () => {
    own = await create({ countsPeople: true, name: { fi: 'Harvinainen asia' } });
    await put([at(null, null, 3), cell(own.slug, '2024', number(4), { note: { fi: 'neljä ihmistä' } })]);
    await send('PUT', `/plans/2024/indicators/${own.id}/links`, {
      version: 1,
      measures: ['liikkuva-koulu'],
      goals: ['osallisuus'],
    });
    const pages = await Promise.all(
      [
        `/indicators/${own.slug}`,
        `/indicators/${own.slug}/csv`,
        `/indicators/${own.slug}/json-stat`,
        '/indicators?q=Harvinainen',
        '/measures/liikkuva-koulu',
        '/goals/osallisuus',
      ].map(async (path) => (await test.app.inject(`${kouvola}${path}`)).body),
    );
    for (const page of pages) {
      expect(page).toContain(own.slug);
      expect(page).not.toMatch(/neljä|"value":[34][,}]|;[34];/);
    }
    expect(pages[1]).toContain(';salattu;');
    expect(pages[2]).toContain('"value":[null,null],"status":{"0":"...","1":"..."}');
    expect(pages[3]).toContain('"isHidden":true');
  });
});
