import type { Prisma, Tx } from '@vointi/db/client.ts';
import type { Finding } from '@vointi/shared/finding/contract.ts';
import type { BoardMeasure } from '@vointi/shared/plan/contract.ts';
import type { Text } from '@vointi/shared/text/text.ts';
import { readIndicators } from '../indicator/public.ts';
import { withStatus } from '../plan/public.ts';

export const findingSelect = {
  id: true,
  municipalityId: true,
  slug: true,
  tone: true,
  state: true,
  text: true,
  period: true,
  ageGroups: true,
  version: true,
  indicators: { orderBy: { order: 'asc' }, select: { indicatorId: true } },
  measures: { orderBy: { order: 'asc' }, select: { measure: { select: { code: true } } } },
} satisfies Prisma.FindingSelect;

type Row = Prisma.FindingGetPayload<{ select: typeof findingSelect }>;

/** Findings with the indicators that the reader may see. */
export async function toFindings(
  tx: Tx,
  rows: readonly Row[],
  { seesAll, measures: known }: { seesAll: boolean; measures: ReadonlyMap<string, BoardMeasure> },
): Promise<Finding[]> {
  const ids = rows.flatMap(({ indicators }) => indicators.map(({ indicatorId }) => indicatorId));
  const municipalityId = rows[0]?.municipalityId ?? '';
  const read = await readIndicators(tx, { municipalityId, ids, seesAll });
  return rows.map(({ id, slug, tone, state, period, ageGroups, version, text, indicators, measures }) => ({
    id,
    slug,
    tone,
    state,
    period,
    ageGroups,
    version,
    text: text as Text,
    indicators: indicators.flatMap(({ indicatorId }) => read.get(indicatorId) ?? []),
    measures: measures.flatMap(({ measure }) => {
      const stored = known.get(measure.code);
      return stored ? [withStatus(stored)] : [];
    }),
  }));
}
