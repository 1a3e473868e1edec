import type { Tx } from '@vointi/db/client.ts';
import type { PlanFile } from '@vointi/shared/plan/interchange.ts';

type Owner = { municipalityId: string; councilTermId: string; planId: string };

/**
 * After a replacement: what the former file brought and the new one no longer names. Only where no other plan could
 * have brought it, and only what nothing points at any more.
 */
export async function deleteOrphans(tx: Tx, { municipalityId, councilTermId, planId }: Owner, plan: PlanFile) {
  const slug = (items: readonly { slug: string }[]) => ({ notIn: items.map((item) => item.slug) });
  const none = { none: {} };
  const others = await tx.plan.findMany({
    where: { municipalityId, id: { not: planId } },
    select: { councilTermId: true },
  });
  if (!others.some((other) => other.councilTermId === councilTermId)) {
    const codes = plan.goals.flatMap(({ termMeasures }) => termMeasures.map(({ code }) => code));
    await tx.termMeasure.deleteMany({ where: { goal: { councilTermId }, code: { notIn: codes }, measures: none } });
    await tx.goal.deleteMany({ where: { councilTermId, slug: slug(plan.goals), measures: none, termMeasures: none } });
  }
  if (others.length > 0) return;
  await tx.indicator.deleteMany({
    where: {
      municipalityId,
      slug: slug(plan.indicators),
      measures: none,
      goals: none,
      termMeasures: none,
      findings: none,
    },
  });
  await tx.indicatorSet.deleteMany({
    where: { municipalityId, slug: slug(plan.indicatorSets), indicators: none, measures: none },
  });
  // A successor can go only after those that it succeeded.
  const unused = { assignments: none, memberships: none, predecessors: none };
  while (
    (await tx.department.deleteMany({ where: { municipalityId, slug: slug(plan.departments), ...unused } })).count > 0
  );
}
