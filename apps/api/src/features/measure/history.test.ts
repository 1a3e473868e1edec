import { afterAll, beforeAll, expect, it } from 'vitest';
import type { MeasureDetail, MeasureHistory } from '@vointi/shared/measure/contract.ts';
import type { Board } from '@vointi/shared/plan/contract.ts';
import { esimerkkila, startTestApp, type TestApp } from '../../testing/test-app.ts';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.close());

const read = async <T>(path: string) => (await test.app.inject(`${esimerkkila}/${path}`)).json<T>();

it('agrees with the page of each measure, newest round first', async () => {
  const { rounds, measures } = await read<MeasureHistory>('history');
  const { goals } = await read<Board>('board');
  expect(rounds.length).toBeGreaterThan(1);
  expect(measures.map(({ code }) => code)).toEqual(goals.flatMap((goal) => goal.measures.map(({ code }) => code)));
  for (const { code, statuses } of measures.slice(0, 5)) {
    const { history } = await read<MeasureDetail>(`measures/${code}`);
    expect([code, statuses]).toEqual([code, history.slice(0, 4).map(({ status }) => status)]);
    expect(rounds.map(({ slug }) => slug)).toEqual(history.slice(0, 4).map(({ round }) => round.slug));
  }
});

it('contains four rounds at most, and no planned one', async () => {
  const plan = await test.db.plan.findFirstOrThrow({ where: { municipality: { slug: 'esimerkkila' } } });
  const { municipalityId, id: planId } = plan;
  const last = await test.db.round.findFirstOrThrow({ where: { planId }, orderBy: { order: 'desc' } });
  const add = (step: number, state: 'closed' | 'planned') => ({
    municipalityId,
    planId,
    order: last.order + step,
    slug: `lisatty-${step}`,
    name: { fi: `Lisätty ${step}` },
    periodAssessed: { fi: '2027' },
    state,
    opensAt: new Date('2027-01-01T00:00:00Z'),
    closesAt: new Date('2027-02-01T00:00:00Z'),
  });
  await test.db.round.createMany({ data: [add(1, 'closed'), add(2, 'closed'), add(3, 'closed'), add(4, 'planned')] });
  const { rounds, measures } = await read<MeasureHistory>('history');
  // The plan also has a later round that is only planned.
  expect(last.slug).toBe('loppuarvio-2026');
  expect(rounds.map(({ slug }) => slug)).toEqual(['lisatty-3', 'lisatty-2', 'lisatty-1', 'syksy-2026']);
  expect(measures.every(({ statuses }) => statuses.length === 4 && statuses[0] === 'not_reported')).toBe(true);
});
