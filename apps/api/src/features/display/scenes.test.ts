import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ScreenScenes } from '@vointi/shared/display/contract.ts';
import type { Indicator, IndicatorValue } from '@vointi/shared/indicator/contract.ts';
import type { MeasureDetail } from '@vointi/shared/measure/contract.ts';
import { signIn } from '../../testing/sign-in.ts';
import { countStatements } from '../../testing/count-statements.ts';
import { assignmentsOf, openRound } from '../../testing/open-round.ts';
import { esimerkkila, expectProblem, kouvola, startTestApp, type TestApp } from '../../testing/test-app.ts';
import { toScreenIndicator } from './figures.ts';
import { ofEverybody } from '@vointi/shared/indicator/testing/of-everybody.ts';

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
  it('come from the plan: Kouvola’s unemployment is 10,7 % in December 2022, and lower is better', async () => {
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
    // A source without a date gives null, and an indicator without a number is left out.
    expect(indicators.find(({ slug }) => slug === 'palkkatukityollistetyt')?.latest).toEqual({
      period: null,
      value: 312,
    });
    expect(indicators.map(({ slug }) => slug)).not.toContain('kansalaisopiston-kurssit');
  });

  it('have a trend, a target, a series and goals when there are several years', async () => {
    const { indicators } = await scenes(esimerkkila);
    const long = indicators.filter(({ series }) => series.length > 2);
    expect(long.length).toBeGreaterThan(3);
    for (const { series, latest } of long) expect(latest.value).toBe(series.flatMap(({ value }) => value ?? []).at(-1));
    expect(indicators.some(({ trend }) => trend?.tone === 'better')).toBe(true);
    expect(indicators.some(({ target }) => target !== null)).toBe(true);
    expect(indicators.some(({ goals }) => goals.length > 0)).toBe(true);
  });

  const row: Indicator = {
    id: '01a00000-0000-7000-8000-000000000000',
    slug: 'x',
    name: { fi: 'X' },
    kind: 'number',
    unit: null,
    decimals: 0,
    direction: 'up_is_good',
    set: null,
    definition: null,
    source: null,
    sourceId: null,
    sourceUrl: null,
    licence: null,
    countsPeople: false,
    regionName: null,
    version: 1,
    values: [],
    targets: [],
    breaks: [],
    trend: { basis: 'none', why: 'no_values', count: 0, needed: 3, since: null },
  };
  const value = (
    period: string,
    number: number | 'missing' | 'suppressed',
    ageGroup: 'children_youth' | 'older_people' | null = null,
  ): IndicatorValue => ({
    period,
    ...ofEverybody,
    ageGroup,
    ...(typeof number === 'string' ? { kind: number } : { kind: 'number', value: number }),
  });
  const everyYear = [value('2022', 1), value('2023', 2), value('2024', 3)];

  it.each([
    ['nobody', [], undefined],
    ['only what is missing or hidden', [value('2023', 'missing'), value('2024', 'suppressed')], undefined],
    ['everybody', [value('2023', 1), value('2024', 2), value('2024', 9, 'older_people')], [null, 2, undefined]],
    ['three years', everyYear, [null, 3, 'better']],
    ['one age group', [value('2024', 9, 'older_people')], ['older_people', 9, undefined]],
    [
      'the first age group, as on every page',
      [value('2023', 7, 'older_people'), value('2024', 7, 'older_people'), value('2024', 9, 'children_youth')],
      ['children_youth', 9, undefined],
    ],
    [
      'everybody, hidden, beside an age group',
      [value('2024', 'suppressed'), value('2024', 9, 'older_people')],
      undefined,
    ],
    ['a year that is missing', [value('2022', 3), value('2023', 'missing'), value('2024', 2)], [null, 2, undefined]],
    ['a year that is hidden', [...everyYear, value('2025', 'suppressed')], [null, 3, 'better']],
  ])('show the right series of %s', (_, values, expected) => {
    const screenIndicator = toScreenIndicator({ ...row, values }, []);
    expect(
      screenIndicator && [screenIndicator.ageGroup, screenIndicator.latest.value, screenIndicator.trend?.tone],
    ).toEqual(expected);
    if (screenIndicator)
      expect(screenIndicator.series).toHaveLength(
        values.filter(({ ageGroup }) => ageGroup === screenIndicator.ageGroup).length,
      );
  });

  it.each([
    ['2024', '2024'],
    ['2024-06', '2024'],
    ['2025', '2027'],
    ['2030', '2027'],
  ])('use for %s the target of %s', (period, target) => {
    const targets = [
      { period: '2024', value: 1 },
      { period: '2027', value: 2 },
    ];
    expect(toScreenIndicator({ ...row, targets, values: [value(period, 1)] }, [])?.target?.period).toBe(target);
  });

  it('name the source of the shown figure', () => {
    const own = { ...value('2024', 3), source: { fi: 'Kunnan laskenta' } };
    const values = [value('2023', 2), own];
    expect(toScreenIndicator({ ...row, source: { fi: 'Sotkanet' }, values }, [])?.source).toEqual(own.source);
  });

  it('interrupt the line at a break, and have no trend over it', () => {
    const breaks = [{ period: '2023', note: { fi: 'Uusi tapa laskea.' } }];
    const screenIndicator = toScreenIndicator({ ...row, values: everyYear, breaks }, []);
    expect(screenIndicator?.series.map((point) => point.value)).toEqual([1, null, 2, 3]);
    expect(screenIndicator?.trend).toBeNull();
  });

  it('continue the line to the year of a break in its middle, and begin a new one with the next year', () => {
    const breaks = [{ period: '2023-06', note: { fi: 'Uusi tapa laskea.' } }];
    const screenIndicator = toScreenIndicator({ ...row, values: everyYear, breaks }, []);
    expect(screenIndicator?.series.map((point) => point.value)).toEqual([1, 2, null, 3]);
  });
});

describe('data that is not public', () => {
  it('stays off screens: small counts of people, and unpublished findings', async () => {
    const before = await scenes(esimerkkila);
    const [indicator] = before.indicators;
    const { id, municipalityId } = await test.db.indicator.findFirstOrThrow({
      where: { slug: indicator?.slug ?? '', municipality: { slug: 'esimerkkila' } },
    });
    await test.db.indicator.update({ where: { id, municipalityId }, data: { countsPeople: true, decimals: 0 } });
    await test.db.indicatorValue.updateMany({ where: { indicatorId: id, number: { not: null } }, data: { number: 3 } });
    await test.db.finding.updateMany({
      where: { slug: before.findings[0]?.slug ?? '', municipalityId },
      data: { state: 'draft' },
    });
    await touch('esimerkkila');
    await expect
      .poll(async () => (await scenes(esimerkkila)).findings.map(({ slug }) => slug), { timeout: 5000 })
      .not.toContain(before.findings[0]?.slug);
    expect((await scenes(esimerkkila)).indicators.map(({ slug }) => slug)).not.toContain(indicator?.slug);
  });
});

describe('a measure opened on a screen', () => {
  it('hides small counts whoever has signed in there, while the person’s own page shows them', async () => {
    const { id: planId } = await test.db.plan.findFirstOrThrow({ where: { municipality: { slug: 'kouvola' } } });
    const { code, indicators } = await test.db.measure.findFirstOrThrow({
      where: { planId, indicators: { some: { indicator: { values: { some: { kind: 'number' } } } } } },
      select: { code: true, indicators: { select: { indicator: { select: { id: true, municipalityId: true } } } } },
    });
    for (const { indicator } of indicators) {
      await test.db.indicator.update({ where: indicator, data: { countsPeople: true, decimals: 0 } });
      await test.db.indicatorValue.updateMany({
        where: { indicatorId: indicator.id, number: { not: null } },
        data: { number: 3 },
      });
    }
    const leader = await signIn(test, { role: 'leader' });
    const kindsAt = async (path: string, headers: Record<string, string> = {}) => {
      const answer = await test.app.inject({ url: `${kouvola}${path}/measures/${code}`, headers });
      expect(answer.statusCode).toBe(200);
      return new Set(answer.json<MeasureDetail>().indicators.flatMap(({ values }) => values.map(({ kind }) => kind)));
    };
    const own = await kindsAt('', leader.headers);
    expect([own.has('number'), own.has('suppressed')]).toEqual([true, false]);
    for (const headers of [leader.headers, {}]) {
      const kinds = await kindsAt('/screen', headers);
      expect([kinds.has('number'), kinds.has('suppressed')]).toEqual([false, true]);
    }
  });
});

describe('answers', () => {
  it('count by department while a round is open, and are null when none is', async () => {
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
    // The screen names departments, never people.
    expect(JSON.stringify(answers)).not.toMatch(/@|author|displayName/);
  });
});

describe('the answer', () => {
  it.each([kouvola, esimerkkila])('follows the contract for %s, with its findings', async (plan) => {
    const answer = await scenes(plan);
    expect(ScreenScenes.strict().parse(answer)).toEqual(answer);
    expect(answer.findings.length).toBeGreaterThan(3);
  });

  it('takes four statements besides the board, then none, however many requests come at once', async () => {
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

  it('answers a repeated request with 304', async () => {
    const { headers } = await test.app.inject(`${esimerkkila}/screen`);
    const again = { url: `${esimerkkila}/screen`, headers: { 'if-none-match': String(headers.etag) } };
    expect((await test.app.inject(again)).statusCode).toBe(304);
    await touch('esimerkkila');
    await expect.poll(async () => (await test.app.inject(again)).statusCode, { timeout: 5000 }).toBe(200);
  });

  it('refuses visitors when the board is for its own people only', async () => {
    const where = { slug: 'esimerkkila' };
    await test.db.municipality.update({ where, data: { boardAccess: 'signed_in' } });
    await touch('esimerkkila');
    await expect.poll(async () => (await test.app.inject(`${esimerkkila}/screen`)).statusCode).toBe(401);
    expectProblem(await test.app.inject(`${esimerkkila}/screen`), 'unauthenticated');
  });
});
