import { canonicalPlan } from '@vointi/shared/plan/canonical.ts';
import type { PlanFile } from '@vointi/shared/plan/interchange.ts';
import { goodFile } from '@vointi/shared/plan/testing/good-file.ts';
import { expect, it } from 'vitest';
import { checked, contentsOf, useDatabase } from '../../testing/plan-contents.ts';
import { exportPlan } from './export.ts';
import { importPlan } from './import.ts';

const used = useDatabase();
const planOf = (slug: string, year: number): PlanFile => {
  const plan = checked(goodFile());
  return { ...plan, municipality: { ...plan.municipality, slug }, plan: { ...plan.plan, year } };
};
const withLights = { lights: 'with' } as const;
const revisionOf = async (slug: string, year: number) =>
  (await used.db.plan.findFirstOrThrow({ where: { year, municipality: { slug } } })).revision;
const sharedOf = async (slug: string) => {
  const where = { municipality: { slug } };
  const [departments, indicators, goals] = await Promise.all([
    used.db.department.findMany({ where, orderBy: { slug: 'asc' } }),
    used.db.indicator.findMany({ where, orderBy: { slug: 'asc' }, include: { values: true } }),
    used.db.goal.findMany({ where, orderBy: { slug: 'asc' }, include: { termMeasures: true } }),
  ]);
  return { departments, indicators, goals };
};
/** The file with other words for everything that plans share, and another figure beside a new one. */
function otherwise(plan: PlanFile): PlanFile {
  return {
    ...plan,
    departments: plan.departments.map((item) => ({ ...item, name: { fi: `${item.name.fi} 2` } })).toReversed(),
    indicators: plan.indicators.map((item) =>
      item.slug === 'kavijat'
        ? {
            ...item,
            name: { fi: 'Kävijämäärä' },
            values: [
              { period: '2024', area: 'municipality', number: 7, isUncertain: false },
              { period: '2026', area: 'municipality', number: 12, isUncertain: false },
            ],
            targets: [
              { period: '2026', number: 11 },
              { period: '2028', number: 15 },
            ],
          }
        : item,
    ),
    goals: plan.goals.map((goal) => ({
      ...goal,
      indicators: ['malli'],
      termMeasures: goal.termMeasures.map((row) => ({ ...row, text: { fi: 'Uusi' } })),
    })),
  };
}

it('another year reuses what is equal and leaves the earlier plan as it was', async () => {
  await importPlan(used.db, planOf('sama', 2026));
  const before = await sharedOf('sama');
  const earlier = await exportPlan(used.db, 'sama', 2026);
  const result = await importPlan(used.db, planOf('sama', 2027), withLights);
  expect(result).toMatchObject({ outcome: { differences: [], lacking: [] } });
  expect(await sharedOf('sama')).toEqual(before);
  expect(await exportPlan(used.db, 'sama', 2026)).toEqual(earlier);
  expect(await exportPlan(used.db, 'sama', 2027)).toEqual(canonicalPlan(planOf('sama', 2027)));
  expect(await revisionOf('sama', 2026)).toBe(1);
});

it('another year adds what is new, and keeps and lists what differs', async () => {
  await importPlan(used.db, planOf('lisaava', 2026));
  const before = await sharedOf('lisaava');
  const result = await importPlan(used.db, otherwise(planOf('lisaava', 2027)), withLights);
  const after = await sharedOf('lisaava');
  expect(after.departments).toEqual(before.departments);
  expect(after.goals).toEqual(before.goals);
  expect(after.indicators.map(({ values, ...own }) => [own, values.length])).toEqual([
    [expect.objectContaining({ name: { fi: 'Kävijät' } }), 3],
    [expect.objectContaining({ slug: 'malli' }), 1],
  ]);
  expect(after.indicators[0]?.values).toEqual(expect.arrayContaining(before.indicators[0]?.values ?? []));
  expect(result).toMatchObject({
    outcome: {
      added: { plan: 1, figure: 1, round: 3, measure: 1, assignment: 2, report: 1, finding: 1 },
      differences: [
        { part: 'department', name: 'nuorisopalvelut', field: 'name', stored: { fi: 'Nuorisopalvelut' } },
        { part: 'department', name: 'kirjasto', field: 'name', given: { fi: 'Kirjasto 2' }, isReplaced: false },
        { part: 'indicator', name: 'kavijat', field: 'name' },
        { part: 'figure', name: 'kavijat', field: 'value 2024 municipality', isReplaced: false },
        { part: 'figure', name: 'kavijat', field: 'target 2026' },
        { part: 'goal', name: 'osallisuus', field: 'indicators' },
        { part: 'term_measure', name: 'k1', field: 'text' },
      ],
    },
  });
  // A new figure is on the earlier plan's board too.
  expect(await revisionOf('lisaava', 2026)).toBe(2);
});

it('takes names and figures of the file one by one where that is asked for', async () => {
  await importPlan(used.db, planOf('ottava', 2026));
  const next = otherwise(planOf('ottava', 2026));
  await importPlan(used.db, next, { isUpdate: true, replacesNames: true });
  const named = await sharedOf('ottava');
  expect(named.departments.map(({ name }) => name)).toEqual([{ fi: 'Kirjasto 2' }, { fi: 'Nuorisopalvelut 2' }]);
  expect(named.indicators[0]).toMatchObject({ name: { fi: 'Kävijämäärä' } });
  expect(named.goals[0]?.termMeasures[0]).toMatchObject({ text: { fi: 'Uusi' } });
  const numberOf = (shared: typeof named, period: string) =>
    Number(shared.indicators[0]?.values.find((value) => value.period === period)?.number);
  expect(numberOf(named, '2024')).toBe(0);
  await importPlan(used.db, next, { isUpdate: true, replacesFigures: true });
  expect(numberOf(await sharedOf('ottava'), '2024')).toBe(7);
});

it('notices a file that was copied from another year', async () => {
  await importPlan(used.db, planOf('kopioitu', 2026));
  const before = await contentsOf(used.db);
  expect(await importPlan(used.db, planOf('kopioitu', 2027))).toEqual({
    problems: [{ path: 'rounds', reason: { code: 'lights_of_other_year', year: 2026, count: 1 } }],
    more: 0,
  });
  expect(await contentsOf(used.db)).toEqual(before);
  await importPlan(used.db, planOf('kopioitu', 2027), { lights: 'without' });
  const { rounds, measures } = (await exportPlan(used.db, 'kopioitu', 2027)) ?? {};
  expect(rounds).toBeUndefined();
  expect(measures?.map(({ assignments }) => assignments)).toEqual([
    [{ department: 'kirjasto' }, { department: 'nuorisopalvelut' }],
  ]);
});

it('a row of the term may move to another goal where names are taken from the file', async () => {
  const plan = planOf('siirto', 2026);
  await importPlan(used.db, plan);
  const [goal] = plan.goals;
  if (!goal) throw new Error('the good file has a goal');
  const moved = {
    ...plan,
    goals: [
      { ...goal, termMeasures: [] },
      { ...goal, slug: 'uusi' },
    ],
  };
  await importPlan(used.db, moved, { isUpdate: true, replacesNames: true });
  expect(await exportPlan(used.db, 'siirto', 2026)).toEqual(canonicalPlan(moved));
});

it('refuses a second open round, and places an older closed one before those that closed after it', async () => {
  const plan = planOf('kierroksia', 2026);
  await importPlan(used.db, plan);
  const [, open] = plan.rounds;
  if (!open) throw new Error('the good file has an open round');
  expect(
    await importPlan(used.db, { ...plan, rounds: [...plan.rounds, { ...open, slug: 'toinen' }] }, { isUpdate: true }),
  ).toEqual({
    problems: [{ path: 'rounds[3].state', reason: { code: 'round_open_already', round: 'kevat' } }],
    more: 0,
  });
  const older = { ...open, slug: 'vanha', state: 'closed' as const };
  await importPlan(used.db, { ...plan, rounds: [...plan.rounds, older] }, { isUpdate: true });
  const rounds = await used.db.round.findMany({
    where: { plan: { municipality: { slug: 'kierroksia' } } },
    orderBy: { order: 'asc' },
  });
  expect(rounds.map(({ slug, order }) => [slug, order])).toEqual([
    ['syksy', 0],
    ['vanha', 1],
    ['kevat', 2],
    ['loppu', 3],
  ]);
});

it('refuses an indicator whose kind is another', async () => {
  const plan = planOf('laji', 2026);
  await importPlan(used.db, plan);
  const indicators = plan.indicators.map((item) =>
    item.slug === 'malli' ? { ...item, kind: 'trend' as const, values: [] } : item,
  );
  const before = await contentsOf(used.db);
  expect(await importPlan(used.db, { ...plan, indicators }, { isUpdate: true })).toEqual({
    problems: [{ path: 'indicators[1].kind', reason: { code: 'kind_differs', kind: 'yes_no' } }],
    more: 0,
  });
  expect(await contentsOf(used.db)).toEqual(before);
});
