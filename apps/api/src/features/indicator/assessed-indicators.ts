import type { Tx } from '@vointi/db/client.ts';
import type { Indicator } from '@vointi/shared/indicator/contract.ts';
import { type IndexRow, readIndex, readSummaries } from './catalogue-rows.ts';
import { toIndicator } from './row.ts';

type AssessedIndicator = { indicator: Indicator; ageGroups: IndexRow['ageGroups']; measures: string[] };

/**
 * Indicators with figures that a trend can be computed from, as the public sees them: a proposed finding is published and
 * must not reveal a hidden count.
 */
export async function readAssessedIndicators(tx: Tx, planId: string, year: number): Promise<AssessedIndicator[]> {
  const { municipalityId, indicators } = await readIndex(tx, planId);
  const assessed = indicators.filter(({ kind, hasData }) => hasData && (kind === 'number' || kind === 'trend'));
  const rows = await readSummaries(tx, { municipalityId, ids: assessed.map(({ id }) => id), year });
  const entries = new Map(assessed.map((row) => [row.id, row]));
  return rows.map(({ valueCount: _count, headline: _headline, ofYears: _ofYears, ...row }) => {
    const entry = entries.get(row.id);
    return {
      indicator: toIndicator(row, false),
      ageGroups: entry?.ageGroups ?? [],
      measures: entry?.measures ?? [],
    };
  });
}
