import type { Tx } from '@vointi/db/client.ts';
import type { FileProblem } from '@vointi/shared/plan/check-problems.ts';
import type { Reason } from '@vointi/shared/plan/check-reasons.ts';
import type { PlanFile } from '@vointi/shared/plan/interchange.ts';
import type { ImportOptions } from './import-options.ts';

type Owner = { id: string } | null;
type Former = { id: string; status: 'draft' | 'published' } | null;

const lightsOf = ({ measures }: PlanFile) =>
  measures.flatMap(({ code, assignments }) =>
    assignments.flatMap(({ department, reports }) =>
      reports.map(({ round, progress }) => `${round} ${code} ${department} ${progress}`),
    ),
  );

/** Lights of the file that another year's plan has too, in a round of the same name: a file that was copied. */
async function copiedLights(tx: Tx, owner: NonNullable<Owner>, plan: PlanFile) {
  const given = new Set(lightsOf(plan));
  if (given.size === 0) return null;
  const slugs = plan.rounds.map(({ slug }) => slug);
  const reports = await tx.report.findMany({
    where: {
      round: { slug: { in: slugs }, plan: { municipalityId: owner.id, year: { not: plan.plan.year } } },
    },
    select: {
      progress: true,
      round: { select: { slug: true, plan: { select: { year: true } } } },
      assignment: { select: { department: { select: { slug: true } }, measure: { select: { code: true } } } },
    },
  });
  const counts = new Map<number, number>();
  for (const { progress, round, assignment } of reports) {
    const light = `${round.slug} ${assignment.measure.code} ${assignment.department.slug} ${progress}`;
    if (given.has(light)) counts.set(round.plan.year, (counts.get(round.plan.year) ?? 0) + 1);
  }
  const [most] = [...counts].toSorted(([, a], [, b]) => b - a);
  return most ? { year: most[0], count: most[1] } : null;
}

/** An open round of the file beside another that is open already; a plan has one at most. */
async function secondOpenRound(tx: Tx, planId: string, { rounds }: PlanFile): Promise<FileProblem | null> {
  const stored = await tx.round.findMany({ where: { planId }, select: { slug: true, state: true } });
  const open = stored.find(({ state }) => state === 'open');
  const known = new Set(stored.map(({ slug }) => slug));
  const at = rounds.findIndex(({ slug, state }) => state === 'open' && !known.has(slug));
  if (!open || at === -1) return null;
  return { path: `rounds[${at}].state`, reason: { code: 'round_open_already', round: open.slug } };
}

/** Why the file cannot be loaded as asked; null: it can. Nothing has been written yet. */
export async function refusalOf(
  tx: Tx,
  { owner, former }: { owner: Owner; former: Former },
  plan: PlanFile,
  options: ImportOptions,
): Promise<FileProblem | null> {
  const refused = (path: string, reason: Reason): FileProblem => ({ path, reason });
  const { slug, code } = plan.municipality;
  const holder = code === undefined ? null : await tx.municipality.findUnique({ where: { code } });
  if (code !== undefined && holder && holder.slug !== slug) {
    return refused('municipality.code', { code: 'code_taken', municipalityCode: code, by: holder.slug });
  }
  const { year, status } = plan.plan;
  if (former?.status === 'published' && options.isUpdate !== true) {
    return refused('plan.year', { code: 'plan_exists', slug, year });
  }
  const isDraft = status === 'draft' && former?.status !== 'published';
  if (isDraft && (options.replacesNames === true || options.replacesFigures === true)) {
    return refused('plan.status', { code: 'draft_replaces' });
  }
  if (!owner) return null;
  if (!former && options.lights === undefined) {
    const copied = await copiedLights(tx, owner, plan);
    if (copied) return refused('rounds', { code: 'lights_of_other_year', ...copied });
  }
  const { startYear } = plan.councilTerm;
  const term = await tx.councilTerm.findUnique({
    where: { municipalityId_startYear: { municipalityId: owner.id, startYear } },
    select: { endYear: true },
  });
  // A stored term stays as it is, and a plan needs one that holds its year.
  if (term && year > term.endYear) {
    return refused('plan.year', { code: 'year_outside_term', year, startYear, endYear: term.endYear });
  }
  const second = former && (await secondOpenRound(tx, former.id, plan));
  if (second) return second;
  const stored = await tx.indicator.findMany({
    where: { municipalityId: owner.id },
    select: { slug: true, kind: true },
  });
  const kinds = new Map(stored.map((indicator) => [indicator.slug, indicator.kind]));
  const at = plan.indicators.findIndex(({ slug: name, kind }) => (kinds.get(name) ?? kind) !== kind);
  const indicator = plan.indicators[at];
  if (!indicator) return null;
  const kind = kinds.get(indicator.slug) ?? indicator.kind;
  return refused(`indicators[${at}].kind`, { code: 'kind_differs', kind });
}
