import { describe, expect, test } from 'vitest';
import example from '../../../../examples/kouvola-2024.json' with { type: 'json' };
import { PlanFile } from './interchange.ts';

/** Public figures around the plan, which no measure, term measure or finding refers to. */
const file = PlanFile.parse(example);
const named = new Set(
  [...file.measures, ...file.goals.flatMap(({ termMeasures }) => termMeasures), ...file.findings].flatMap(
    ({ indicators }) => indicators,
  ),
);
const context = file.indicators.filter(({ slug }) => !named.has(slug));

const seriesOf = (slug: string, area = 'municipality') =>
  Object.fromEntries(
    context
      .find((indicator) => indicator.slug === slug)
      ?.values.filter((value) => value.area === area)
      .map(({ period, number }) => [period, number]) ?? [],
  );

test('has a source for every figure', () => {
  expect(context.length).toBeGreaterThan(40);
  for (const { slug, source, values } of context) {
    expect(values.length, slug).toBeGreaterThan(0);
    for (const value of values)
      expect([slug, value.source ?? source]).toEqual([slug, expect.objectContaining({ fi: expect.any(String) })]);
  }
});

test('names the region wherever there are values of one', () => {
  const ofRegion = context.filter(({ values }) => values.some(({ area }) => area === 'region'));
  expect(ofRegion.length).toBeGreaterThan(10);
  for (const { slug, regionName } of ofRegion) expect([slug, regionName?.fi]).toEqual([slug, expect.any(String)]);
});

describe('figures as they were published', () => {
  test.each([
    ['tyottomyysaste-vuosi', { 2018: 12, 2019: 11.2, 2020: 14, 2021: 11.7 }],
    ['syntyneet', { 2018: 548, 2019: 548, 2020: 497, 2021: 553 }],
    ['kuolleet', { 2018: 1070, 2019: 1059, 2020: undefined, 2021: 1140 }],
    ['tyottomat-tyonhakijat', { 2020: 5211, 2021: 4267 }],
    ['vaestonmuutos', { 2017: -1110, 2018: -1019, 2019: -1064, 2021: -733, 2022: -1025 }],
    ['kirjastokaynnit', { 2016: 613_834, 2018: 702_000 }],
    ['poikilo-museoiden-kavijat', { 2023: 16_041, 2024: 18_450 }],
  ])('%s', (slug, values) => {
    expect(seriesOf(slug)).toEqual(values);
  });

  test('has the population of municipality, region and country', () => {
    expect(seriesOf('vakiluku')).toMatchObject({
      2018: 83_177,
      2019: 82_113,
      2020: 81_187,
      2021: 80_454,
      2022: 79_429,
      2023: 78_880,
    });
    expect(seriesOf('vakiluku', 'region')[2023]).toBe(158_658);
    expect(seriesOf('vakiluku', 'country')[2023]).toBe(5_603_851);
  });

  test('has eighteen three-year means of the sickness index of Kymenlaakso, and none of the country', () => {
    const index = seriesOf('sairastavuusindeksi-kymenlaakso', 'region');
    expect(Object.keys(index)).toHaveLength(18);
    expect([index['2000-2002'], index['2017-2019']]).toEqual([131.3, 108]);
    expect(seriesOf('sairastavuusindeksi-kymenlaakso', 'country')).toEqual({});
  });

  test('has the drug offences of the police district, the last value for seven months', () => {
    expect(seriesOf('alle-17-vuotiaiden-huumausainerikokset', 'region')).toEqual({
      2018: 39,
      2021: 82,
      '2022-01/2022-07': 62,
    });
  });
});

test('marks uncertain values and says about what', () => {
  const unsure = context.flatMap(({ slug, values }) =>
    values.filter(({ isUncertain }) => isUncertain).map(({ period, note }) => [slug, period, note !== undefined]),
  );
  expect(unsure).toEqual(
    expect.arrayContaining([
      ['tyottomyysaste-vuosi', '2018', true],
      ['kirjastokaynnit', '2018', true],
      ['kirjaston-lainat', '2018', true],
      ['poikilo-museoiden-kavijat', '2024', true],
      ['huostassa-olevat-lapset', '2016-10', true],
      ['kaakkois-suomen-liikennekuolemat', '2017', true],
    ]),
  );
  expect(unsure.every(([, , isNoted]) => isNoted)).toBe(true);
  expect(unsure).toHaveLength(12);
});
