import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ScreenScenes } from '@vointi/shared/display/contract.ts';
import { countStatements } from '../../testing/count-statements.ts';
import { assignmentsOf, openRound } from '../../testing/open-round.ts';
import { esimerkkila, expectProblem, kouvola, startTestApp, type TestApp } from '../../testing/test-app.ts';
import { toScreenIndicator } from './figures.ts';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.close());

const scenes = async (plan: string) => (await test.app.inject(`${plan}/screen`)).json<ScreenScenes>();
const touch = (slug: string) =>
  test.db.$executeRaw`
    with touched as (
      update "Plan" set revision = revision + 1 where "municipalityId" = (select id from "Municipality" where slug = ${slug})
      returning id)
    select pg_notify('plan_changed', id::text) from touched`;

describe('figures', () => {
  it('are those of the plan: Kouvola’s unemployment is 10,7 %, of December 2022, and lower is better', async () => {
    const { indicators } = await scenes(kouvola);
    expect(indicators.find(({ slug }) => slug === 'tyottomyysaste')).toMatchObject({
      unit: { fi: '%' },
      decimals: 1,
      direction: 'down_is_good',
      ageGroup: null,
      latest: { period: '2022-12', value: 10.7 },
      trend: null,
      target: null,
      series: [{ period: '2022-12', value: 10.7 }],
    });
    // A source that does not tell when says null, and what has no number is not there.
    expect(indicators.find(({ slug }) => slug === 'palkkatukityollistetyt')?.latest).toEqual({
      period: null,
      value: 312,
    });
    expect(indicators.map(({ slug }) => slug)).not.toContain('kansalaisopiston-kurssit');
  });

  it('come with trend, target, series and goals where there are years', async () => {
    const { indicators } = await scenes(esimerkkila);
    const long = indicators.filter(({ series }) => series.length > 2);
    expect(long.length).toBeGreaterThan(3);
    for (const { series, latest, trend } of long) {
      const numbers = series.flatMap(({ value }) => value ?? []);
      expect(latest.value).toBe(numbers.at(-1));
      const [before = 0, last = 0] = numbers.slice(-2);
      expect(trend).toBe(last > before ? 'up' : last < before ? 'down' : 'flat');
    }
    expect(indicators.some(({ target }) => target !== null)).toBe(true);
    expect(indicators.some(({ goals }) => goals.length > 0)).toBe(true);
  });

  const row = {
    slug: 'x',
    name: { fi: 'X' },
    unit: null,
    decimals: 0,
    direction: 'neutral' as const,
    source: null,
    goals: [],
    targets: [],
  };
  const value = (period: string, number: number | null, ageGroup: 'children_youth' | 'older_people' | null = null) => ({
    period,
    number,
    ageGroup,
  });

  it.each([
    ['nobody', [], undefined],
    ['only what is missing', [value('2024', null)], undefined],
    ['everybody', [value('2023', 1), value('2024', 2), value('2024', 9, 'older_people')], [null, 2, 'up']],
    ['one age group', [value('2024', 9, 'older_people')], ['older_people', 9, null]],
    [
      'the age group with most',
      [value('2024', 9, 'children_youth'), value('2023', 7, 'older_people'), value('2024', 7, 'older_people')],
      ['older_people', 7, 'flat'],
    ],
    ['a year that is missing', [value('2022', 3), value('2023', null), value('2024', 2)], [null, 2, 'down']],
  ])('of %s', (_, values, expected) => {
    const made = toScreenIndicator({ ...row, values });
    expect(made && [made.ageGroup, made.latest.value, made.trend]).toEqual(expected);
    if (made) expect(made.series).toHaveLength(values.filter(({ ageGroup }) => ageGroup === made.ageGroup).length);
  });

  it.each([
    ['2024', '2024'],
    ['2024-06', '2024'],
    ['2025', '2027'],
    ['2030', '2027'],
  ])('of %s have the target of %s', (period, target) => {
    const targets = [
      { period: '2024', value: 1 },
      { period: '2027', value: 2 },
    ];
    expect(toScreenIndicator({ ...row, targets, values: [value(period, 1)] })?.target?.period).toBe(target);
  });
});

describe('answers', () => {
  it('are waited for from departments while a round is open, and from nobody when none is', async () => {
    expect((await scenes(kouvola)).answers).toBeNull();
    const round = await openRound(test);
    await touch('kouvola');
    const assignments = await assignmentsOf(test, round, 'nuorisopalvelut');
    const of = async () => {
      const { answers } = await scenes(kouvola);
      return answers?.departments.find(({ department }) => department.slug === 'nuorisopalvelut');
    };
    await expect.poll(of, { timeout: 5000 }).toMatchObject({ total: assignments.length, missing: assignments.length });
    const { municipalityId, roundId } = round;
    await test.db.report.create({
      data: {
        municipalityId,
        roundId,
        assignmentId: assignments[0]?.id ?? '',
        progress: 'done',
        submittedAt: new Date(),
      },
    });
    await touch('kouvola');
    await expect.poll(async () => (await of())?.missing, { timeout: 5000 }).toBe(assignments.length - 1);
    const { answers } = await scenes(kouvola);
    expect(answers?.round).toMatchObject({ state: 'open', closesAt: expect.any(String) });
    const all = await test.db.assignment.count({ where: { measure: { planId: round.planId } } });
    expect(answers?.departments.reduce((sum, { total }) => sum + total, 0)).toBe(all);
    // Departments, never people.
    expect(JSON.stringify(answers)).not.toMatch(/@|author|displayName/);
  });
});

describe('the answer', () => {
  it.each([kouvola, esimerkkila])('of %s is as the contract says, with its findings', async (plan) => {
    const answer = await scenes(plan);
    expect(ScreenScenes.strict().parse(answer)).toEqual(answer);
    expect(answer.findings.length).toBeGreaterThan(3);
  });

  it('costs four statements besides the board, then none, however many ask at once', async () => {
    await test.app.inject(`${esimerkkila}/board`);
    await touch('esimerkkila');
    const revision = (await test.db.plan.findFirstOrThrow({ where: { year: 2026 } })).revision;
    await expect
      .poll(async () => (await test.app.inject(`${esimerkkila}/board`)).json<{ revision: number }>().revision)
      .toBe(revision);
    const first = await countStatements(() => Promise.all(Array.from({ length: 20 }, () => scenes(esimerkkila))));
    expect(first.statements.length).toBeLessThanOrEqual(4);
    expect((await countStatements(() => scenes(esimerkkila))).statements).toEqual([]);
  });

  it('is not sent again to whoever has it', async () => {
    const { headers } = await test.app.inject(`${esimerkkila}/screen`);
    const again = { url: `${esimerkkila}/screen`, headers: { 'if-none-match': String(headers.etag) } };
    expect((await test.app.inject(again)).statusCode).toBe(304);
    await touch('esimerkkila');
    await expect.poll(async () => (await test.app.inject(again)).statusCode, { timeout: 5000 }).toBe(200);
  });

  it('of a board that is kept to its own is for its own', async () => {
    const where = { slug: 'esimerkkila' };
    await test.db.municipality.update({ where, data: { boardAccess: 'signed_in' } });
    await touch('esimerkkila');
    await expect.poll(async () => (await test.app.inject(`${esimerkkila}/screen`)).statusCode).toBe(401);
    expectProblem(await test.app.inject(`${esimerkkila}/screen`), 'unauthenticated');
  });
});
