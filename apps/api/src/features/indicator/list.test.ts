import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Catalogue, CatalogueQuery } from '@vointi/shared/indicator/read-contract.ts';
import { countStatements } from '../../testing/count-statements.ts';
import { signIn } from '../../testing/sign-in.ts';
import { esimerkkila, expectProblem, kouvola, startTestApp, type TestApp } from '../../testing/test-app.ts';
import { cell, detailOf, number, write } from './testing.ts';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.close());

const ask = (query: string, plan = kouvola) => test.app.inject(`${plan}/indicators${query}`);
const list = async (query = '', plan = kouvola) => (await ask(query, plan)).json<Catalogue>();
const slugs = ({ indicators }: Catalogue) => indicators.map(({ slug }) => slug);

/** Reads every page of the catalogue. */
async function whole(query = '', plan = kouvola): Promise<Catalogue['indicators']> {
  const first = await list(`?page=1${query}`, plan);
  const rest = await Promise.all(
    Array.from({ length: first.pages - 1 }, (_, at) => list(`?page=${at + 2}${query}`, plan)),
  );
  return [first, ...rest].flatMap(({ indicators }) => indicators);
}

describe('the catalogue of Kouvola', () => {
  it('counts 55 of 59 measures without a figure of their own, and names those that have one', async () => {
    const { measures } = await list();
    expect(measures).toMatchObject({ total: 59, withoutFigure: 55 });
    const without = new Set(measures.without.map(({ code }) => code));
    expect(without.size).toBe(55);
    for (const code of [
      'paihdeoppitunnit',
      'paihdelinjaukset-ja-huoltajaillat',
      'palkkatuki-ja-kesatyot',
      'palkkatuen-jatkopolut',
    ]) {
      expect(without).not.toContain(code);
    }
  });

  it('lists every indicator once over its pages, in the order of the plan', async () => {
    const all = (await whole()).map(({ slug }) => slug);
    const stored = await test.db.indicator.findMany({
      where: { municipality: { slug: 'kouvola' } },
      orderBy: [{ order: 'asc' }, { slug: 'asc' }],
    });
    expect(all).toEqual(stored.map(({ slug }) => slug));
    expect(all.length).toBeGreaterThan(160);
    expectProblem(await ask('?page=99'), 'not_found');
  });

  it('gives the series of the municipality, the latest value with its source, and the trend with its rule', async () => {
    const [unemployment] = (await list('?q=Työttömyysaste, vuosi')).indicators;
    expect(unemployment).toMatchObject({
      slug: 'tyottomyysaste-vuosi',
      series: { area: 'municipality', ageGroup: null, sex: null },
      latest: { kind: 'number', value: 11.7, period: '2021', source: { fi: 'Kouvolan kaupungin uutinen' } },
      points: [
        { period: '2018', value: 12, isUncertain: true, isHidden: false },
        { period: '2019', value: 11.2 },
        { period: '2020', value: 14 },
        { period: '2021', value: 11.7 },
      ],
      trend: {
        basis: 'series',
        move: 'down',
        tone: 'better',
        change: -2.3,
        latest: { period: '2021', value: 11.7 },
        previous: { period: '2020', value: 14 },
        lowest: { period: '2019', value: 11.2 },
        count: 4,
        extreme: null,
      },
    });
  });

  it('lists goals and measures, also those linked by a set', async () => {
    const [direction] = (await list('?q=Päihdeindikaattorien')).indicators;
    expect(direction?.goals.map(({ slug }) => slug)).toEqual(['terveelliset-elintavat']);
    expect(direction?.measures.map(({ code }) => code)).toContain('paihdekysely');
    expect(direction?.termMeasures).toEqual(['ehkaisevan-paihdetyon-malli']);
  });
});

describe('filters', () => {
  it.each<[query: string, has: (row: Catalogue['indicators'][number]) => boolean]>([
    ['goal=tyollisyys', ({ goals }) => goals.some(({ slug }) => slug === 'tyollisyys')],
    ['kind=milestone', ({ kind }) => kind === 'milestone'],
    ['set=paihdeindikaattorit', ({ set }) => set?.slug === 'paihdeindikaattorit'],
    ['hasData=false', ({ hasData }) => !hasData],
    ['hasData=true', ({ hasData }) => hasData],
    ['source=THL, Sotkanet', ({ source }) => source?.fi === 'THL, Sotkanet'],
    ['measure=paihdeoppitunnit', ({ measures }) => measures.some(({ code }) => code === 'paihdeoppitunnit')],
    ['q=tyottom', ({ name, definition }) => /työttöm/i.test(`${name.fi} ${definition?.fi}`)],
  ])('filters by %s exactly', async (query, has) => {
    const all = await whole();
    const left = await whole(`&${query}`);
    expect(left.map(({ slug }) => slug)).toEqual(all.filter(has).map(({ slug }) => slug));
    expect(left.length).toBeGreaterThan(0);
    expect(left.length).toBeLessThan(all.length);
  });

  it('matches the age group of the values or of the linked measures', async () => {
    const children = await whole('&ageGroup=children_youth', esimerkkila);
    expect(children.length).toBeGreaterThan(0);
    const none = await whole('&ageGroup=older_people');
    expect(none).toEqual([]);
  });

  it('counts each option with the other filters unchanged, and keeps options without matches', async () => {
    const { facets, matching } = await list('?goal=tyollisyys&hasData=true');
    const sum = facets.kind.reduce((total, { count }) => total + count, 0);
    expect(sum).toBe(matching);
    expect(facets.goal.find(({ value }) => value.slug === 'tyollisyys')?.count).toBe(matching);
    expect(facets.goal.length).toBe(5);
    expect(facets.hasData.true).toBe(matching);
    expect(facets.hasData.false).toBeGreaterThan(0);
    expect(facets.kind.find(({ value }) => value === 'milestone')?.count).toBe(0);
  });

  it('combines values of one filter by or, and filters by and', async () => {
    const either = await list('?kind=milestone&kind=trend');
    expect(new Set(either.indicators.map(({ kind }) => kind))).toEqual(new Set(['milestone', 'trend']));
    expect(slugs(await list('?kind=milestone&q=ei-ole-tallaista'))).toEqual([]);
  });

  it('refuses an unknown key', async () => {
    const query: keyof CatalogueQuery = 'hasData';
    expectProblem(await ask(`?${query}=ehka`), 'unknown_value');
  });
});

it('takes two queries with the plan in memory, three without, and four for an indicator', async () => {
  await test.app.inject(`${kouvola}/board`);
  const warm = await countStatements(() => ask('?q=a'));
  expect(warm.statements).toHaveLength(2);
  const coordinator = await signIn(test, { role: 'coordinator' });
  const changed = await write(test, coordinator.headers, 'PUT', '/indicator-values', {
    cells: [cell('syntyneet', '2017', number(600))],
  });
  expect(changed.statusCode).toBe(200);
  // The notification marks the cached board as outdated.
  await expect.poll(async () => (await countStatements(() => ask(''))).statements.length).toBe(3);
  expect((await countStatements(() => ask('/syntyneet'))).statements.length).toBe(4);
  expect((await detailOf(test, 'syntyneet')).values[0]).toMatchObject({ period: '2017', value: 600 });
});
