import { canonicalPlan } from '@vointi/shared/plan/canonical.ts';
import type { PlanFile } from '@vointi/shared/plan/interchange.ts';
import { goodFile } from '@vointi/shared/plan/testing/good-file.ts';
import { expect, it } from 'vitest';
import { exportPlan } from './export.ts';
import { checked, useDatabase } from '../../testing/plan-contents.ts';
import { importPlan } from './import.ts';

const used = useDatabase();
const planOf = (slug: string, year: number): PlanFile => {
  const plan = checked(goodFile());
  return { ...plan, municipality: { ...plan.municipality, slug }, plan: { ...plan.plan, year } };
};
const revisionOf = async (slug: string, year: number) =>
  (await used.db.plan.findFirstOrThrow({ where: { year, municipality: { slug } } })).revision;
const idsOf = async (slug: string) => {
  const where = { municipality: { slug } };
  const [departments, indicators, goals] = await Promise.all([
    used.db.department.findMany({ where, orderBy: { slug: 'asc' } }),
    used.db.indicator.findMany({ where, orderBy: { slug: 'asc' } }),
    used.db.goal.findMany({ where, orderBy: { slug: 'asc' }, include: { termMeasures: true } }),
  ]);
  return [...departments, ...indicators, ...goals, ...goals.flatMap(({ termMeasures }) => termMeasures)].map(
    ({ id, version }) => `${id} ${version}`,
  );
};

it('another year reuses what is equal and leaves the earlier plan as it was', async () => {
  await importPlan(used.db, planOf('sama', 2026));
  const before = await idsOf('sama');
  const earlier = await exportPlan(used.db, 'sama', 2026);
  await importPlan(used.db, planOf('sama', 2027));
  expect(await idsOf('sama')).toEqual(before);
  expect(await exportPlan(used.db, 'sama', 2026)).toEqual(earlier);
  expect(await exportPlan(used.db, 'sama', 2027)).toEqual(canonicalPlan(planOf('sama', 2027)));
  expect(await revisionOf('sama', 2026)).toBe(1);
});

it('another year updates what differs, and the boards of earlier plans are told', async () => {
  await importPlan(used.db, planOf('muuttuva', 2026));
  const [before, other] = [await idsOf('muuttuva'), await importPlan(used.db, planOf('sivullinen', 2026))];
  const plan = planOf('muuttuva', 2027);
  const next = {
    ...plan,
    departments: plan.departments.map((item) => ({ ...item, name: { fi: `${item.name.fi} 2` } })).toReversed(),
    indicators: plan.indicators.map((item) =>
      item.slug === 'malli'
        ? {
            ...item,
            kind: 'trend' as const,
            values: [{ period: '2026', area: 'region' as const, trend: 'up' as const, isUncertain: true }],
            breaks: [{ period: '2025', note: { fi: 'Uusi kysymys' } }],
          }
        : { ...item, targets: [{ period: '2028', number: 1.5 }] },
    ),
    goals: plan.goals.map((goal) => ({
      ...goal,
      indicators: ['malli'],
      termMeasures: goal.termMeasures.map((row) => ({ ...row, text: { fi: 'Uusi' }, indicators: [] })),
    })),
  };
  await importPlan(used.db, next);
  expect(await exportPlan(used.db, 'muuttuva', 2027)).toEqual(canonicalPlan(next));
  const ids = (list: string[]) => list.map((item) => item.split(' ')[0]);
  expect(ids(await idsOf('muuttuva'))).toEqual(ids(before));
  expect(await revisionOf('muuttuva', 2026)).toBe(2);
  expect(other).toMatchObject({ revision: 1 });
  expect(await revisionOf('sivullinen', 2026)).toBe(1);
});

it('a row of the term may move to another goal', async () => {
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
  await importPlan(used.db, moved, { replace: true });
  expect(await exportPlan(used.db, 'siirto', 2026)).toEqual(canonicalPlan(moved));
});

it('a replacement removes what only the former file named, but nothing that another year or a person needs', async () => {
  const plan = planOf('siivous', 2026);
  await importPlan(used.db, plan);
  const municipality = await used.db.municipality.findUniqueOrThrow({ where: { slug: 'siivous' } });
  const extra = (slug: string) => ({ slug, kind: 'partner' as const, name: { fi: slug }, aliases: [] });
  const wide = {
    ...plan,
    departments: [...plan.departments, { ...extra('lakkautettu'), successor: 'tyhja' }, extra('tyhja'), extra('jasen')],
    indicatorSets: [...plan.indicatorSets, { slug: 'turha', name: { fi: 'Turha' } }],
  };
  await importPlan(used.db, wide, { replace: true });
  const { id: departmentId } = await used.db.department.findFirstOrThrow({
    where: { slug: 'jasen', municipalityId: municipality.id },
  });
  const user = await used.db.user.create({ data: { email: 'x@example.invalid', displayName: 'X' } });
  await used.db.membership.create({
    data: { municipalityId: municipality.id, userId: user.id, role: 'reporter', departmentId },
  });

  await importPlan(used.db, plan, { replace: true });
  const file = await exportPlan(used.db, 'siivous', 2026);
  expect(file?.departments.map(({ slug }) => slug)).toEqual(['kirjasto', 'nuorisopalvelut', 'jasen']);
  expect(file?.indicatorSets?.map(({ slug }) => slug)).toEqual(['kouluterveys']);

  const later = planOf('siivous', 2027);
  await importPlan(used.db, { ...later, departments: [...later.departments, extra('vain-listattu')] });
  const [goal] = plan.goals;
  if (!goal) throw new Error('the good file has a goal');
  const other = {
    ...plan,
    goals: [{ ...goal, slug: 'toinen', termMeasures: [], indicators: [] }],
    measures: [],
    findings: [],
    indicators: [],
  };
  await importPlan(used.db, other, { replace: true });
  expect(await used.db.department.count({ where: { slug: 'vain-listattu' } })).toBe(1);
  expect(await exportPlan(used.db, 'siivous', 2027)).toMatchObject({
    goals: [{ slug: 'osallisuus' }, { slug: 'toinen' }],
    indicators: [{ slug: 'kavijat' }, { slug: 'malli' }],
    measures: [{ code: 'm1', termMeasure: 'k1' }],
  });
});
