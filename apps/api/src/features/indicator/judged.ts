import type { Tx } from '@vointi/db/client.ts';
import type { Indicator } from '@vointi/shared/indicator/contract.ts';
import { type IndexRow, readIndex, readSummaries } from './catalogue-rows.ts';
import { toIndicator } from './row.ts';

type Judged = { indicator: Indicator; ageGroups: IndexRow['ageGroups']; measures: string[] };

/**
 * Every indicator that can say something, with what it says to the public: a hidden count is in no word that is
 * proposed to be published.
 */
export async function readJudged(tx: Tx, planId: string, year: number): Promise<Judged[]> {
  const { municipalityId, indicators } = await readIndex(tx, planId);
  const judged = indicators.filter(({ kind, hasData }) => hasData && (kind === 'number' || kind === 'trend'));
  const rows = await readSummaries(tx, { municipalityId, ids: judged.map(({ id }) => id), year });
  const known = new Map(judged.map((row) => [row.id, row]));
  return rows.map(({ valueCount: _count, headline: _headline, ofYears: _ofYears, ...row }) => {
    const entry = known.get(row.id);
    return {
      indicator: toIndicator(row, false),
      ageGroups: entry?.ageGroups ?? [],
      measures: entry?.measures ?? [],
    };
  });
}
