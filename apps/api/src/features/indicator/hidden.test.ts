import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Indicator, IndicatorHead } from '@vointi/shared/indicator/contract.ts';
import type { Cell } from '@vointi/shared/indicator/manage-contract.ts';
import type { Catalogue } from '@vointi/shared/indicator/read-contract.ts';
import type { MeasureDetail } from '@vointi/shared/measure/contract.ts';
import { signIn, type SignedIn } from '../../testing/sign-in.ts';
import { kouvola, startTestApp, type TestApp } from '../../testing/test-app.ts';
import { cell, detailOf, number, write } from './testing.ts';

let test: TestApp;
let coordinator: SignedIn;
beforeAll(async () => {
  test = await startTestApp();
  coordinator = await signIn(test, { role: 'coordinator' });
});
afterAll(() => test.close());

const plain = {
  kind: 'number',
  unit: { fi: 'hlö' },
  decimals: 0,
  direction: 'down_is_good',
  set: null,
  definition: null,
  source: null,
  sourceId: null,
  sourceUrl: null,
  licence: null,
  regionName: null,
};
async function create(name: string, cellsOf: (slug: string) => Cell[]): Promise<IndicatorHead> {
  const send = (method: 'POST' | 'PUT', path: string, body: object) =>
    write(test, coordinator.headers, method, path, body);
  const made = (
    await send('POST', '/indicators', { ...plain, countsPeople: true, name: { fi: name } })
  ).json<IndicatorHead>();
  const written = await send('PUT', '/indicator-values', { cells: cellsOf(made.slug) });
  expect(written.statusCode).toBe(200);
  const links = { version: 1, measures: ['liikkuva-koulu'], goals: [] };
  expect((await send('PUT', `/plans/2024/indicators/${made.id}/links`, links)).statusCode).toBe(200);
  return made;
}

type PublicAnswers = {
  page: Indicator;
  inCatalogue: Catalogue['indicators'][number];
  onMeasure: Indicator;
  files: string[];
};
async function publicAnswersOf({ slug, name }: IndicatorHead): Promise<PublicAnswers> {
  const get = async (path: string) => (await test.app.inject(`${kouvola}${path}`)).body;
  const catalogue = JSON.parse(await get(`/indicators?q=${encodeURIComponent(name.fi)}`)) as Catalogue;
  const measure = JSON.parse(await get('/measures/liikkuva-koulu')) as MeasureDetail;
  const [inCatalogue] = catalogue.indicators;
  const onMeasure = measure.indicators.find((one) => one.slug === slug);
  if (!inCatalogue || !onMeasure) throw new Error('The indicator is not where it should be.');
  const files = await Promise.all([get(`/indicators/${slug}/csv`), get(`/indicators/${slug}/json-stat`)]);
  return { page: await detailOf(test, slug), inCatalogue, onMeasure, files };
}
const numbersOf = ({ values }: Pick<Indicator, 'values'>) =>
  Object.fromEntries(
    values.map((one) => [`${one.period} ${one.ageGroup ?? ''}`, one.kind === 'number' ? one.value : one.kind]),
  );

describe('hidden counts of an indicator', () => {
  it('hides the same everywhere, also a year that would reveal one of its months', async () => {
    const months = Array.from({ length: 12 }, (_, at) => `2023-${String(at + 1).padStart(2, '0')}`);
    const made = await create('Kuukausien mittari', (slug) => [
      cell(slug, '2022', number(40)),
      cell(slug, '2023', number(12)),
      // One in every month: a total of twelve for the year would reveal them all.
      ...months.map((month) => cell(slug, month, number(1))),
    ]);
    const { page, inCatalogue, onMeasure, files } = await publicAnswersOf(made);
    expect(numbersOf(page)).toMatchObject({ '2022 ': 40, '2023 ': 'suppressed', '2023-12 ': 'suppressed' });
    expect(numbersOf(onMeasure)).toEqual(numbersOf(page));
    expect(inCatalogue.ofYears.map((one) => [one.period, one.kind])).toEqual([
      ['2022', 'number'],
      ['2023', 'suppressed'],
    ]);
    expect(JSON.stringify(inCatalogue)).not.toContain('"value":12');
    for (const file of files) expect(file).not.toMatch(/;12;|[[,]12[,\]]/);
  });

  it('considers all values, also on a page that shows only some of them', async () => {
    const ages = ['children_youth', 'working_age', 'older_people'] as const;
    const made = await create('Suuri mittari', (slug) => [
      cell(slug, '2022', number(8)),
      // One of each: a total of six would reveal them all.
      cell(slug, '2023', number(6)),
      ...ages.flatMap((ageGroup) =>
        (['female', 'male'] as const).map((sex) => cell(slug, '2023', number(1), { ageGroup, sex })),
      ),
    ]);
    const row = await test.db.indicator.findFirstOrThrow({ where: { id: made.id } });
    await test.db.indicatorValue.createMany({
      data: Array.from({ length: 500 }, (_, at) => ({
        municipalityId: row.municipalityId,
        indicatorId: row.id,
        kind: 'number' as const,
        order: 100 + at,
        period: String(1400 + at),
        sex: 'female' as const,
        number: 50,
      })),
    });
    const { page, onMeasure, inCatalogue } = await publicAnswersOf(made);
    expect(onMeasure.values.length).toBeLessThan(page.values.length);
    const own = { '2022 ': 8, '2023 ': 'suppressed' };
    expect(numbersOf({ values: page.values.filter(({ sex }) => sex === null) })).toEqual(own);
    expect(numbersOf(onMeasure)).toEqual(own);
    expect(inCatalogue.points.map(({ period, value }) => [period, value])).toEqual([
      ['2022', 8],
      ['2023', null],
    ]);
    expect(inCatalogue.ofYears.map(({ kind }) => kind)).toEqual(['number', 'suppressed']);
  });
});
