import type { Db, Tx } from '@vointi/db/client.ts';
import type { FileProblem } from '@vointi/shared/plan/check-problems.ts';
import type { Reason } from '@vointi/shared/plan/check-reasons.ts';
import type { PlanFile } from '@vointi/shared/plan/interchange.ts';
import { type AuditEntry, mutate, notifyPlanChanged, system } from '../../platform/mutate.ts';
import { writeRows } from './bulk.ts';
import { snapshotClosedRounds } from './snapshot.ts';
import { saveGoals, saveTermMeasures } from './import-goals.ts';
import { saveIndicators } from './import-indicators.ts';
import { deleteOrphans } from './import-orphans.ts';
import { deletePlanRows, writePlanRows } from './import-plan-rows.ts';
import { changedOf, rowsOf, saveDepartments, saveIndicatorSets } from './import-shared.ts';
import { uuid7 } from '../../platform/uuid7.ts';
import { scheduleRounds } from '../round/public.ts';

export type ImportedPlan = { planId: string; revision: number; isReplaced: boolean };
export type ImportResult = ImportedPlan | { problems: FileProblem[]; more: number };

type Importing = {
  result: ImportResult;
  audit: (AuditEntry & { municipalityId: string })[];
  touched: readonly string[];
  at?: Date;
};

const refused = (path: string, reason: Reason): Importing => ({
  result: { problems: [{ path, reason }], more: 0 },
  audit: [],
  touched: [],
});
const minutes = 60_000;

/**
 * Stores a checked plan, whole or not at all. Departments, goals and indicators that other plans of the municipality
 * share are updated to the file. A plan that is there already is refused, or with `replace` written anew: its answers
 * are then those of the file, and its revision goes on from where it was.
 */
export async function importPlan(db: Db, plan: PlanFile, { replace = false } = {}): Promise<ImportResult> {
  const { slug, code } = plan.municipality;
  const importing = {
    action: 'plan.import',
    touches: 'plans',
    lock: { import: { slug, code } },
    limits: { maxWait: minutes, timeout: 10 * minutes },
  } as const;
  const result = await mutate({ db }, system(new Date()), importing, (tx) => importIn(tx, plan, replace));
  // Until PostgreSQL next counts the rows by itself it would plan the board of a large plan as if the tables were empty.
  if ('planId' in result)
    await db.$executeRaw`analyze "Measure", "Assignment", "Report", "Round", "Department", "Goal"`;
  return result;
}

async function importIn(tx: Tx, plan: PlanFile, replace: boolean): Promise<Importing> {
  const { slug, code } = plan.municipality;
  const owner = await tx.municipality.findUnique({ where: { slug } });
  const holder = code === undefined ? null : await tx.municipality.findUnique({ where: { code } });
  if (code !== undefined && holder && holder.slug !== slug) {
    return refused('municipality.code', { code: 'code_taken', municipalityCode: code, by: holder.slug });
  }
  const { year } = plan.plan;
  const former =
    owner && (await tx.plan.findUnique({ where: { municipalityId_year: { municipalityId: owner.id, year } } }));
  if (former && !replace) return refused('plan.year', { code: 'plan_exists', slug, year });

  const municipalityId = owner?.id ?? uuid7();
  const isRenamed = await saveMunicipality(tx, municipalityId, owner, plan);
  const shared = await saveShared(tx, municipalityId, plan);
  if (former) await deletePlanRows(tx, former.id);
  const planId = former?.id ?? uuid7();
  const { councilTermId, ids } = shared;
  await writeRows(tx, 'Plan', [headRow(plan, { id: planId, municipalityId, councilTermId })], { update: true });
  await writePlanRows(tx, { municipalityId, planId }, plan, ids);
  await snapshotClosedRounds(tx, { planId }, new Date());
  await scheduleRounds(tx, new Date(), { planId });
  if (former) await deleteOrphans(tx, { municipalityId, councilTermId, planId }, plan);
  // The import wrote the plan's row, so that nobody else raises its revision until this commits.
  const revision = former ? (await readRevision(tx, planId)) + 1 : 1;
  if (!former) await notifyPlanChanged(tx, [planId]);
  // The boards of the municipality's other plans show what they share with this one.
  const others = isRenamed || shared.isChanged ? await otherPlans(tx, municipalityId, planId) : [];
  const entry = {
    municipalityId,
    subject: `plan:${planId}`,
    after: { year, revision, isReplaced: former !== null, measures: plan.measures.length },
  };
  return {
    result: { planId, revision, isReplaced: former !== null },
    audit: [entry],
    touched: former ? [planId, ...others] : others,
    at: new Date(),
  };
}

async function otherPlans(tx: Tx, municipalityId: string, planId: string): Promise<string[]> {
  const others = await tx.plan.findMany({ where: { municipalityId, id: { not: planId } }, select: { id: true } });
  return others.map(({ id }) => id);
}

async function saveMunicipality(tx: Tx, id: string, owner: { id: string } | null, { municipality }: PlanFile) {
  const { slug, code, name, isFictional } = municipality;
  const changed = changedOf(owner ? [owner] : [], [{ row: { id, slug, code: code ?? null, name, isFictional } }]);
  await writeRows(tx, 'Municipality', rowsOf(changed), { update: true });
  return changed.length > 0;
}

async function saveShared(tx: Tx, municipalityId: string, plan: PlanFile) {
  const { startYear, endYear } = plan.councilTerm;
  const term = await tx.councilTerm.findUnique({
    where: { municipalityId_startYear: { municipalityId, startYear } },
  });
  const councilTermId = term?.id ?? uuid7();
  const terms = changedOf(term ? [term] : [], [{ row: { id: councilTermId, municipalityId, startYear, endYear } }]);
  await writeRows(tx, 'CouncilTerm', rowsOf(terms), { update: true });
  const departments = await saveDepartments(tx, municipalityId, plan);
  const indicatorSets = await saveIndicatorSets(tx, municipalityId, plan);
  const indicators = await saveIndicators(tx, municipalityId, plan, indicatorSets.ids);
  const goalOwner = { municipalityId, councilTermId, indicators: indicators.ids };
  const goals = await saveGoals(tx, goalOwner, plan);
  const termMeasures = await saveTermMeasures(tx, goalOwner, plan, goals.ids);
  const all = { departments, indicatorSets, indicators, goals, termMeasures };
  return {
    councilTermId,
    ids: {
      departments: departments.ids,
      indicatorSets: indicatorSets.ids,
      indicators: indicators.ids,
      goals: goals.ids,
      termMeasures: termMeasures.ids,
    },
    isChanged: terms.length > 0 || Object.values(all).some(({ isChanged }) => isChanged),
  };
}

const headRow = ({ plan }: PlanFile, ids: { id: string; municipalityId: string; councilTermId: string }) => ({
  ...ids,
  year: plan.year,
  status: plan.status,
  focus: plan.focus,
  source: plan.source ?? null,
  updatedAt: new Date(),
});

async function readRevision(tx: Tx, id: string): Promise<number> {
  const { revision } = await tx.plan.findUniqueOrThrow({ where: { id }, select: { revision: true } });
  return revision;
}
