import type { Tx } from '@vointi/db/client.ts';
import { scheduleRounds } from '../round/public.ts';
import { snapshotClosedRounds } from './snapshot.ts';

type Shared = {
  departments: string[];
  goals: string[];
  termMeasures: string[];
  indicatorSets: string[];
  indicators: string[];
};

/** Lets all see what a plan names: what it brought as a draft, and what another draft brought first. */
export async function revealShared(tx: Tx, planId: string, named: Shared): Promise<void> {
  const data = { draftPlanId: null };
  const of = (ids: string[]) => ({ draftPlanId: { not: null }, OR: [{ draftPlanId: planId }, { id: { in: ids } }] });
  await tx.department.updateMany({ where: of(named.departments), data });
  await tx.goal.updateMany({ where: of(named.goals), data });
  await tx.termMeasure.updateMany({ where: of(named.termMeasures), data });
  await tx.indicatorSet.updateMany({ where: of(named.indicatorSets), data });
  await tx.indicator.updateMany({ where: of(named.indicators), data });
}

/** The closed rounds of a published plan have their snapshot, and the others open and remind by themselves. */
export async function startRounds(tx: Tx, at: Date, planId: string): Promise<void> {
  await snapshotClosedRounds(tx, { planId }, at);
  await scheduleRounds(tx, at, { planId });
}
