import type { findingApi, FindingProposal } from '@vointi/shared/finding/contract.ts';
import type { Result } from '@vointi/shared/http/route.ts';
import type { Context, Reader } from '../../platform/context.ts';
import { readAssessedIndicators } from '../indicator/public.ts';
import { boardOf, measuresByCode, type PlanKey } from '../plan/public.ts';
import { maxProposals } from '@vointi/shared/finding/limits.ts';
import { proposeFinding } from './proposal.ts';

/** Findings that the figures suggest and none of the same period states yet. Never public. */
export async function listProposals(
  context: Context,
  key: PlanKey,
  reader: Reader,
): Promise<Result<typeof findingApi.listProposals>> {
  const { planId, index } = await boardOf(context, key, reader);
  const [judged, findings] = await Promise.all([
    readAssessedIndicators(context.db, planId, key.year),
    context.db.finding.findMany({
      where: { planId },
      select: { tone: true, period: true, indicators: { select: { indicatorId: true } } },
    }),
  ]);
  // A finding without a period covers every period of its indicators.
  const isCovered = (indicatorId: string, tone: string, period: string | null) =>
    findings.some(
      (finding) =>
        finding.tone === tone &&
        (finding.period === null || finding.period === period) &&
        finding.indicators.some((link) => link.indicatorId === indicatorId),
    );
  const measures = measuresByCode(index.board);
  const proposals = judged.flatMap(({ indicator, ageGroups, measures: codes }) => {
    const proposed = proposeFinding(indicator);
    if (!proposed || isCovered(indicator.id, proposed.tone, proposed.period)) return [];
    const { score, ...proposedFields } = proposed;
    const { trend } = indicator;
    const own = trend.basis === 'none' ? null : trend.series.ageGroup;
    const proposal: FindingProposal = {
      ...proposedFields,
      indicator,
      trend,
      ageGroups: own ? [own] : ageGroups,
      measures: codes.flatMap((code) => {
        const measure = measures.get(code);
        return measure ? [{ code, title: measure.title }] : [];
      }),
    };
    return [{ score, proposal }];
  });
  return {
    proposals: proposals
      .toSorted((a, b) => b.score - a.score)
      .slice(0, maxProposals)
      .map(({ proposal }) => proposal),
  };
}
