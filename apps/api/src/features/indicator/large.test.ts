import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Catalogue } from '@vointi/shared/indicator/read-contract.ts';
import { fillCatalogue } from '@vointi/db/seed/fill-catalogue.ts';
import { countStatements } from '../../testing/count-statements.ts';
import { esimerkkila, startTestApp, type TestApp } from '../../testing/test-app.ts';

let test: TestApp;
/** The number of queries does not depend on the number of years; the benchmark measures all twenty. */
const years = 5;
beforeAll(async () => {
  test = await startTestApp();
  await fillCatalogue(test.db, { slug: 'esimerkkila', indicators: 1000, years });
}, 120_000);
afterAll(() => test.close());

const url = `${esimerkkila}/indicators`;

it('reads a catalogue of 1 000 indicators with 60 000 values in as few queries as a small one', async () => {
  expect(await test.db.indicatorValue.count({ where: { indicator: { slug: { startsWith: 'made-' } } } })).toBe(
    1000 * years * 4 * 3,
  );
  const cold = await countStatements(() => test.app.inject({ url }));
  expect(cold.statements).toHaveLength(3);
  const page = cold.result.json<Catalogue>();
  expect(page).toMatchObject({ page: 1, facets: { hasData: { true: expect.any(Number) } } });
  expect(page.total).toBeGreaterThan(1000);
  expect(page.indicators).toHaveLength(60);
  // The answer has a page of headline series, not all values.
  expect(cold.result.body.length).toBeLessThan(400_000);

  const filtered = await countStatements(() =>
    test.app.inject({ url: `${url}?q=Tehty mittari 99&ageGroup=older_people` }),
  );
  expect(filtered.statements.length).toBeLessThanOrEqual(3);
  const catalogue = filtered.result.json<Catalogue>();
  expect(catalogue.indicators.map(({ slug }) => slug)).toContain('made-99');
  const [made] = catalogue.indicators;
  expect([made?.valueCount, made?.points.length, made?.ofYears.length]).toEqual([12 * years, years, 0]);
});

it('reads an indicator with every value in four queries at most', async () => {
  const { result, statements } = await countStatements(() => test.app.inject({ url: `${url}/made-7` }));
  expect(statements.length).toBeLessThanOrEqual(4);
  expect(result.json().values).toHaveLength(12 * years);
});

it('gives a page of many indicators only the series of everybody of a large one', async () => {
  const indicator = await test.db.indicator.findFirstOrThrow({ where: { slug: 'made-1' } });
  const goal = await test.db.goal.findFirstOrThrow({ where: { slug: 'mielen-hyvinvointi' } });
  await test.db.goalIndicator.create({
    data: { municipalityId: goal.municipalityId, goalId: goal.id, indicatorId: indicator.id, order: 99 },
  });
  const rows = Array.from({ length: 500 }, (_, index) => ({
    municipalityId: goal.municipalityId,
    indicatorId: indicator.id,
    kind: 'number' as const,
    order: 1000 + index,
    period: `${1400 + index}`,
    sex: 'female' as const,
    number: index,
  }));
  await test.db.indicatorValue.createMany({ data: rows });
  const answer = await test.app.inject({ url: `${esimerkkila}/goals/mielen-hyvinvointi` });
  const { indicators } = answer.json<{ indicators: { slug: string; values: { sex: string | null }[] }[] }>();
  const large = indicators.find(({ slug }) => slug === 'made-1');
  expect(large?.values).toHaveLength(years);
  expect(large?.values.every(({ sex }) => sex === null)).toBe(true);
});
