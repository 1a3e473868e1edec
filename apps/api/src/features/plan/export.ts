import type { Db, Tx } from '@vointi/db/client.ts';
import { canonicalPlan } from '@vointi/shared/plan/canonical.ts';
import { interchangeVersion, type PlanFileInput } from '@vointi/shared/plan/interchange.ts';
import type { Text } from '@vointi/shared/text/text.ts';
import { readConsistently } from '../../platform/mutate.ts';
import { readFindings, readMeasures, readRounds } from './export-plan-rows.ts';
import {
  orAbsent,
  readDepartments,
  readGoals,
  readIndicators,
  readIndicatorSets,
  text,
  textOrAbsent,
} from './export-shared.ts';

/**
 * A plan as a file, in its canonical form: what was imported comes out the same. Null when there is no such plan.
 * It carries the goals of the whole council term and every department and indicator of the municipality.
 */
export const exportPlan = (db: Db, slug: string, year: number): Promise<PlanFileInput | null> =>
  readConsistently({ db }, (tx) => exportFrom(tx, slug, year), { maxWait: 60_000, timeout: 120_000 });

async function exportFrom(tx: Tx, slug: string, year: number): Promise<PlanFileInput | null> {
  const plan = await tx.plan.findFirst({
    where: { year, municipality: { slug } },
    include: { municipality: true, councilTerm: true },
  });
  if (!plan) return null;
  const { municipality, councilTerm } = plan;
  const owner = { municipalityId: municipality.id, planId: plan.id };
  return canonicalPlan({
    format: 'vointi-plan',
    version: interchangeVersion,
    municipality: {
      slug,
      code: orAbsent(municipality.code),
      name: text(municipality.name),
      isFictional: municipality.isFictional,
    },
    councilTerm: { startYear: councilTerm.startYear, endYear: councilTerm.endYear },
    plan: {
      year,
      status: plan.status,
      focus: plan.focus as Text[],
      source: textOrAbsent(plan.source),
    },
    departments: await readDepartments(tx, owner),
    indicatorSets: await readIndicatorSets(tx, owner),
    indicators: await readIndicators(tx, owner),
    goals: await readGoals(tx, owner, councilTerm.id),
    rounds: await readRounds(tx, plan.id),
    measures: await readMeasures(tx, plan.id),
    findings: await readFindings(tx, plan.id),
  });
}
