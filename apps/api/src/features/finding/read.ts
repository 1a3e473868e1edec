import type { findingApi } from '@vointi/shared/finding/contract.ts';
import type { Result } from '@vointi/shared/http/route.ts';
import type { Text } from '@vointi/shared/text/text.ts';
import type { Context } from '../../platform/context.ts';
import { indicatorSelect, toIndicator } from '../indicator/public.ts';
import { boardOf, headOf, measuresByCode, type PlanKey, type Reader } from '../plan/public.ts';

export async function listFindings(
  context: Context,
  key: PlanKey,
  reader: Reader,
): Promise<Result<typeof findingApi.list>> {
  const { planId, index } = await boardOf(context, key, reader);
  const rows = await context.db.finding.findMany({
    where: { planId },
    orderBy: { order: 'asc' },
    select: {
      slug: true,
      tone: true,
      text: true,
      period: true,
      ageGroups: true,
      indicators: { orderBy: { order: 'asc' }, select: { indicator: { select: indicatorSelect } } },
      measures: { orderBy: { order: 'asc' }, select: { measure: { select: { code: true } } } },
    },
  });
  const known = measuresByCode(index.board);
  return {
    plan: headOf(index.board),
    findings: rows.map(({ indicators, measures, text, ...row }) => ({
      ...row,
      text: text as Text,
      indicators: indicators.map(({ indicator }) => toIndicator(indicator)),
      measures: measures.flatMap(({ measure }) => {
        const found = known.get(measure.code);
        return found ? [{ code: found.code, title: found.title, status: found.status }] : [];
      }),
    })),
  };
}
