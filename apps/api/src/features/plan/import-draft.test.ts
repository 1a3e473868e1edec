import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PlanFile } from '@vointi/shared/plan/interchange.ts';
import type { Reporting } from '@vointi/shared/report/contract.ts';
import { checked, contentsOf } from '../../testing/plan-contents.ts';
import { assignmentsOf, openRound, type OpenedRound } from '../../testing/open-round.ts';
import { send } from '../../testing/person.ts';
import { type SignedIn, signIn } from '../../testing/sign-in.ts';
import { kouvola, startTestApp, type TestApp } from '../../testing/test-app.ts';
import { importPlan } from './import.ts';

const file = join(import.meta.dirname, '../../../../../examples/kouvola-2024.json');
const slug = 'motipajan-tavoitetut';

/** A plan for 2026 made from the example, with something new of everything that plans share. */
function nextPlan(status: 'draft' | 'published'): PlanFile {
  const plan = checked(JSON.parse(readFileSync(file, 'utf8')));
  const text = { fi: 'Uusi' };
  const [goal, ...goals] = plan.goals;
  if (!goal) throw new Error('Kouvola has goals');
  const indicator = {
    slug: 'uusi-mittari',
    name: text,
    kind: 'number' as const,
    decimals: 0,
    direction: 'neutral' as const,
  };
  return {
    ...plan,
    councilTerm: { startYear: 2025, endYear: 2029 },
    plan: { ...plan.plan, year: 2026, status },
    departments: [...plan.departments, { slug: 'uusi-vastuutaho', kind: 'department', name: text, aliases: [] }],
    indicatorSets: [...plan.indicatorSets, { slug: 'uusi-mittaristo', name: text }],
    indicators: [
      ...plan.indicators.map((one) =>
        one.slug === slug
          ? {
              ...one,
              values: [
                ...one.values,
                { period: '2025', area: 'municipality' as const, number: 12, isUncertain: false },
              ],
            }
          : one,
      ),
      { ...indicator, countsPeople: false, values: [], targets: [], breaks: [] },
    ],
    goals: [
      { ...goal, termMeasures: [...goal.termMeasures, { code: 'uusi-rivi', text, partiesText: text, indicators: [] }] },
      ...goals,
      { slug: 'uusi-tavoite', shortName: text, name: text, indicators: ['uusi-mittari'], termMeasures: [] },
    ],
    rounds: [
      {
        slug: 'kevat-2026',
        name: { fi: 'Kevät 2026' },
        periodAssessed: { fi: '2025' },
        opensAt: '2026-01-01T00:00:00+02:00',
        closesAt: '2126-06-01T00:00:00+03:00',
        state: 'open',
      },
    ],
    measures: plan.measures.map((measure) => ({
      ...measure,
      assignments: measure.assignments.map((assignment) => ({ ...assignment, reports: [] })),
    })),
    findings: [],
  };
}

const unseen = ['uusi-vastuutaho', 'uusi-mittaristo', 'uusi-mittari', 'uusi-rivi', 'uusi-tavoite'];
let test: TestApp;
let round: OpenedRound;
let admin: SignedIn;
let reporter: SignedIn;

const get = async (url: string, who: SignedIn = admin) =>
  (await send(test, 'GET', url.replace('/api/v1', ''), undefined, who.headers)).json<unknown>();
/** All that people of Kouvola see, as text. */
const seen = async () => {
  const pages = ['/board', '/term', '/indicators', `/indicators/${slug}`].map((page) => `${kouvola}${page}`);
  const lists = ['departments', 'indicator-sets', 'rounds'].map((list) => `/municipalities/kouvola/${list}`);
  const all = [];
  for (const url of [...pages, ...lists]) all.push(JSON.stringify(await get(url, reporter)));
  return all;
};
const forms = async () => (await get('/reporting', reporter)) as Reporting;

beforeAll(async () => {
  test = await startTestApp();
  admin = await signIn(test, { role: 'admin' });
  reporter = await signIn(test, { role: 'coordinator' });
  round = await openRound(test);
  const assignments = await assignmentsOf(test, round, 'liikuntapalvelut');
  const withFigure = await test.db.measureIndicator.findFirstOrThrow({ where: { indicator: { slug } } });
  const assignment =
    assignments.find(({ measureId }) => measureId === withFigure.measureId) ??
    (await test.db.assignment.findFirstOrThrow({ where: { measureId: withFigure.measureId } }));
  const stored = await test.db.indicatorValue.findFirst({ where: { indicator: { slug }, period: '2024' } });
  const answer = await send(
    test,
    'PUT',
    `/rounds/${round.roundId}/assignments/${assignment.id}/report`,
    {
      kind: 'answer',
      version: 0,
      progress: 'in_progress',
      note: { fi: 'Tavoitettu 321.' },
      evidence: null,
      figures: [{ indicator: slug, kind: 'number', value: 321, version: stored?.version ?? 0 }],
      onBehalfOf: 'Puhelimessa',
    },
    reporter.headers,
  );
  expect(answer.statusCode).toBe(200);
  await test.db.department.updateMany({
    where: { slug: 'nuorisopalvelut' },
    data: { name: { fi: 'Nuorten palvelut' } },
  });
});
afterAll(() => test.close());

const figure = async () => {
  const row = await test.db.indicatorValue.findFirstOrThrow({ where: { indicator: { slug }, period: '2024' } });
  return Number(row.number);
};

describe('a plan for the next year beside a round that is open', () => {
  it('changes nothing that anybody sees while it is a draft', async () => {
    const [before, formsBefore] = [await seen(), await forms()];
    const result = await importPlan(test.db, nextPlan('draft'));
    expect(result).toMatchObject({ outcome: { waitingFigures: 1, waitingRounds: ['kevat-2026'] } });
    expect(await seen()).toEqual(before);
    expect(before.filter((page) => page.includes('requestId'))).toEqual([]);
    expect(unseen.filter((name) => JSON.stringify(before).includes(name))).toEqual([]);
    expect(await forms()).toEqual(formsBefore);
    expect(await figure()).toBe(321);
    const [waiting] = await test.db.round.findMany({ where: { plan: { year: 2026, status: 'draft' } } });
    const jobs = await test.db.$queryRaw<{ key: string | null }[]>`select key from graphile_worker.jobs`;
    expect(waiting).toMatchObject({ slug: 'kevat-2026' });
    expect(jobs.filter(({ key }) => key?.includes(waiting?.id ?? ''))).toEqual([]);
  });

  it('can be loaded again as a draft without a change', async () => {
    const before = await contentsOf(test.db);
    await importPlan(test.db, nextPlan('draft'));
    const { AuditEntry: _before, ...rest } = before;
    const { AuditEntry: _after, ...after } = await contentsOf(test.db);
    expect(after).toEqual(rest);
  });

  it('keeps every figure, name and form of the earlier year when it is published', async () => {
    const board = await get(`${kouvola}/board`);
    const result = await importPlan(test.db, nextPlan('published'));
    expect(result).toMatchObject({ isUpdated: true });
    expect(await figure()).toBe(321);
    const { name } = await test.db.department.findFirstOrThrow({ where: { slug: 'nuorisopalvelut' } });
    expect(name).toEqual({ fi: 'Nuorten palvelut' });
    expect(result).toHaveProperty(
      'outcome.differences',
      expect.arrayContaining([expect.objectContaining({ part: 'department', name: 'nuorisopalvelut', field: 'name' })]),
    );
    const after = (await get(`${kouvola}/board`)) as { goals: unknown };
    expect(after.goals).toEqual((board as { goals: unknown }).goals);
    expect(await test.db.report.count({ where: { roundId: round.roundId } })).toBe(1);
  });

  it('shows what it brought once it is published', async () => {
    const published = JSON.stringify([
      await get('/municipalities/kouvola/plans/2026/term'),
      await get('/municipalities/kouvola/plans/2026/indicators?q=uusi'),
      await get('/municipalities/kouvola/departments'),
      await get('/municipalities/kouvola/indicator-sets', reporter),
    ]);
    expect(unseen.filter((name) => !published.includes(name))).toEqual([]);
    const added = await test.db.indicatorValue.findFirst({ where: { indicator: { slug }, period: '2025' } });
    expect(Number(added?.number)).toBe(12);
  });

  it('refuses to delete what departments said', async () => {
    const answered = await test.db.report.findFirstOrThrow({
      where: { roundId: round.roundId },
      include: { assignment: true },
    });
    const deletions = [
      () => test.db.assignment.delete({ where: { id: answered.assignmentId } }),
      () => test.db.measure.delete({ where: { id: answered.assignment.measureId } }),
      () => test.db.round.delete({ where: { id: round.roundId } }),
      () => test.db.plan.delete({ where: { id: round.planId } }),
    ];
    for (const remove of deletions) await expect(remove()).rejects.toThrow(/foreign key|Foreign key/);
  });
});

it('makes one closed round of lights that come without any, and asks what they assess', async () => {
  const plan = checked(JSON.parse(readFileSync(file, 'utf8')));
  const roundless = {
    ...plan,
    municipality: { ...plan.municipality, slug: 'kierrokseton', code: '999' },
    rounds: [],
    measures: plan.measures.map((measure) => ({
      ...measure,
      assignments: measure.assignments.map((assignment) => ({
        ...assignment,
        reports: assignment.reports.map(({ round: _round, ...report }) => report),
      })),
    })),
  } as PlanFile;
  expect(await importPlan(test.db, checked(roundless))).toMatchObject({
    problems: [{ path: 'rounds', reason: { code: 'assessed_needed' } }],
  });
  await importPlan(test.db, checked(roundless), { assessed: { from: '2023-01', to: '2023-12' } });
  const rounds = await test.db.round.findMany({
    where: { plan: { municipality: { slug: 'kierrokseton' } } },
    include: { reports: true, snapshots: true },
  });
  expect(rounds).toMatchObject([{ slug: 'lahtotilanne', state: 'closed', periodAssessed: { fi: 'vuosi 2023' } }]);
  expect(rounds[0]?.snapshots).toHaveLength(1);
  expect(rounds[0]?.reports.length).toBeGreaterThan(80);
  expect(new Set(rounds[0]?.reports.map(({ origin }) => origin))).toEqual(new Set(['document']));
});
