import type { Db, Tx } from '@vointi/db/client.ts';
import type { FileProblem } from '@vointi/shared/plan/check-problems.ts';
import type { PlanFile } from '@vointi/shared/plan/interchange.ts';
import { lockMunicipality } from '../../platform/lock-municipality.ts';
import { type AuditEntry, mutate, notifyPlanChanged, system } from '../../platform/mutate.ts';
import { uuid7 } from '../../platform/uuid7.ts';
import { writeRows } from './bulk.ts';
import { saveAnswers } from './import-answers.ts';
import { saveFindings } from './import-findings.ts';
import { saveGoals, saveTermMeasures } from './import-goals.ts';
import { saveIndicators } from './import-indicators.ts';
import { saveAssignments, saveMeasures } from './import-measures.ts';
import { listDifferences } from './import-merge.ts';
import type { ImportOptions } from './import-options.ts';
import { countAdded, emptyOutcome, type Import, type Outcome } from './import-outcome.ts';
import { refusalOf } from './import-refusal.ts';
import { saveRounds } from './import-rounds.ts';
import { saveDepartments, saveIndicatorSets } from './import-shared.ts';
import { revealShared, startRounds } from './publish.ts';
import { withStartingRound } from './starting-round.ts';

export type ImportedPlan = { planId: string; revision: number; isUpdated: boolean; outcome: Outcome };
export type ImportResult = ImportedPlan | { problems: FileProblem[]; more: number };

type Importing = {
  result: ImportResult;
  audit: (AuditEntry & { municipalityId: string })[];
  touched: readonly string[];
  at?: Date;
};

const refused = (problem: FileProblem): Importing => ({
  result: { problems: [problem], more: 0 },
  audit: [],
  touched: [],
});
const minutes = 60_000;

/**
 * Stores a checked plan, whole or not at all. A file adds: what the municipality has already stays as it is and is
 * listed where the file says otherwise (time.md, "Plan files"; ADR 18).
 */
export async function importPlan(db: Db, given: PlanFile, options: ImportOptions = {}): Promise<ImportResult> {
  const plan = withStartingRound(given, options);
  if ('problem' in plan) return { problems: [plan.problem], more: 0 };
  const { slug, code } = plan.municipality;
  const importing = {
    action: 'plan.import',
    touches: 'plans',
    lock: { import: { slug, code } },
    limits: { maxWait: minutes, timeout: 10 * minutes },
  } as const;
  const at = new Date();
  const result = await mutate({ db }, system(at), importing, (tx) => importIn(tx, at, plan, options));
  // Until PostgreSQL next counts the rows by itself it would plan the board of a large plan as if the tables were empty.
  if ('planId' in result)
    await db.$executeRaw`analyze "Measure", "Assignment", "Report", "Round", "Department", "Goal"`;
  return result;
}

async function importIn(tx: Tx, at: Date, plan: PlanFile, options: ImportOptions): Promise<Importing> {
  const { slug } = plan.municipality;
  const { year } = plan.plan;
  const owner = await tx.municipality.findUnique({ where: { slug } });
  // A round that opens, and whatever else is managed in the product, waits until the load has ended, or goes first.
  if (owner) await lockMunicipality(tx, owner.id);
  const former =
    owner && (await tx.plan.findUnique({ where: { municipalityId_year: { municipalityId: owner.id, year } } }));
  const problem = await refusalOf(tx, { owner, former }, plan, options);
  if (problem) return refused(problem);

  const importing: Import = {
    tx,
    at,
    municipalityId: owner?.id ?? uuid7(),
    planId: former?.id ?? uuid7(),
    isNew: former === null,
    isDraft: plan.plan.status === 'draft' && former?.status !== 'published',
    options,
    outcome: emptyOutcome(),
  };
  const { municipalityId, planId, isDraft, outcome } = importing;
  const isRenamed = await saveMunicipality(importing, owner, plan);
  const councilTermId = await saveTerm(importing, plan);
  const isHeadChanged = await saveHead(importing, former, councilTermId, plan);
  const shared = await saveSharedParts(importing, councilTermId, plan);
  const rounds = await saveRounds(importing, plan);
  const measures = await saveMeasures(importing, plan, shared.ids);
  const answers = await saveAssignments(importing, plan, measures, shared.ids.departments);
  await saveAnswers(importing, answers, rounds);
  await saveFindings(importing, plan, shared.ids.indicators, measures);
  if (!isDraft) {
    if (former?.status === 'draft' || shared.isHidden) await revealShared(tx, planId, idsOf(shared.ids));
    await startRounds(tx, at, planId);
  }

  // The import wrote the plan's row, so that nobody else raises its revision until this commits.
  const isChanged = isHeadChanged || shared.isChanged || hasChanged(outcome);
  const revision = former ? former.revision + (isChanged ? 1 : 0) : 1;
  if (!former) await notifyPlanChanged(tx, [planId]);
  // The boards of the municipality's other plans show what they share with this one.
  const others = !isDraft && (isRenamed || shared.isChanged) ? await otherPlans(tx, municipalityId, planId) : [];
  const entry = {
    municipalityId,
    subject: `plan:${planId}`,
    after: { year, revision, isReplaced: former !== null, measures: plan.measures.length },
  };
  return {
    result: { planId, revision, isUpdated: former !== null, outcome },
    audit: [entry],
    touched: former && isChanged ? [planId, ...others] : others,
    at,
  };
}

const hasChanged = ({ added, differences }: Outcome): boolean =>
  Object.keys(added).length > 0 || differences.some(({ isReplaced }) => isReplaced);

async function otherPlans(tx: Tx, municipalityId: string, planId: string): Promise<string[]> {
  const others = await tx.plan.findMany({ where: { municipalityId, id: { not: planId } }, select: { id: true } });
  return others.map(({ id }) => id);
}

/** @returns whether a municipality that was there got another name */
async function saveMunicipality(importing: Import, owner: { id: string } | null, { municipality }: PlanFile) {
  const { tx, municipalityId, isDraft, options, outcome } = importing;
  const { slug, code, name, isFictional } = municipality;
  const row = { id: municipalityId, slug, code: code ?? null, name, isFictional };
  if (!owner) {
    await writeRows(tx, 'Municipality', [row]);
    return false;
  }
  const isReplaced = !isDraft && options.replacesNames === true;
  const differences = listDifferences('municipality', { name: slug, row }, owner, isReplaced);
  outcome.differences.push(...differences);
  if (differences.length === 0 || !isReplaced) return false;
  await writeRows(tx, 'Municipality', [row], { update: true });
  return true;
}

async function saveTerm(importing: Import, { councilTerm }: PlanFile): Promise<string> {
  const { tx, municipalityId, isDraft, options, outcome } = importing;
  const { startYear, endYear } = councilTerm;
  const term = await tx.councilTerm.findUnique({ where: { municipalityId_startYear: { municipalityId, startYear } } });
  const row = { id: term?.id ?? uuid7(), municipalityId, startYear, endYear };
  const isReplaced = !isDraft && options.replacesNames === true;
  const wanted = { name: `${startYear}`, row };
  const differences = term ? listDifferences('council_term', wanted, term, isReplaced) : [];
  outcome.differences.push(...differences);
  if (!term || (differences.length > 0 && isReplaced)) await writeRows(tx, 'CouncilTerm', [row], { update: true });
  return row.id;
}

type Former = { id: string; status: 'draft' | 'published'; focus: unknown; source: unknown } | null;

/** The plan's own row. A published plan stays published. @returns whether it changed */
async function saveHead(importing: Import, former: Former, councilTermId: string, { plan }: PlanFile) {
  const { tx, at, municipalityId, planId, isDraft, outcome } = importing;
  const status = isDraft ? ('draft' as const) : ('published' as const);
  const row = {
    id: planId,
    municipalityId,
    councilTermId,
    year: plan.year,
    status,
    focus: plan.focus,
    source: plan.source ?? null,
  };
  const name = `${plan.year}`;
  const differences = former ? listDifferences('plan', { name, row }, former, true) : [];
  if (status !== plan.status) {
    outcome.differences.push({
      part: 'plan',
      name,
      field: 'status',
      stored: status,
      given: plan.status,
      isReplaced: false,
    });
  }
  outcome.differences.push(...differences);
  if (former && differences.length === 0) return false;
  await writeRows(tx, 'Plan', [{ ...row, updatedAt: at }], { update: true });
  countAdded(importing, 'plan', former ? 0 : 1);
  return true;
}

async function saveSharedParts(importing: Import, councilTermId: string, plan: PlanFile) {
  const departments = await saveDepartments(importing, plan);
  const indicatorSets = await saveIndicatorSets(importing, plan);
  const indicators = await saveIndicators(importing, plan, indicatorSets.ids);
  const owner = { councilTermId, indicators: indicators.ids };
  const goals = await saveGoals(importing, owner, plan);
  const termMeasures = await saveTermMeasures(importing, owner, plan, goals.ids);
  const all = { departments, indicatorSets, indicators, goals, termMeasures };
  return {
    ids: {
      departments: departments.ids,
      indicatorSets: indicatorSets.ids,
      indicators: indicators.ids,
      goals: goals.ids,
      termMeasures: termMeasures.ids,
    },
    isChanged: Object.values(all).some(({ isChanged }) => isChanged),
    /** Something that the file names is seen by a draft only. */
    isHidden: Object.values(all).some(({ isHidden }) => isHidden),
  };
}

const idsOf = <K extends string>(ids: Record<K, ReadonlyMap<string, string>>) =>
  Object.fromEntries(
    Object.entries<ReadonlyMap<string, string>>(ids).map(([key, map]) => [key, [...map.values()]]),
  ) as Record<K, string[]>;
