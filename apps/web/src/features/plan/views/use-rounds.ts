import { queryOptions, useQuery } from '@tanstack/react-query';
import type { MeasureHistory } from '@vointi/shared/measure/contract.ts';
import { getMeasureHistory } from '@vointi/shared/measure/endpoints.ts';
import type { Board } from '@vointi/shared/plan/contract.ts';
import { useMemo } from 'react';
import { call } from '../../../lib/call.ts';
import type { InRound } from '../../../domain/measure/round-glyphs.tsx';

/** The statuses of every measure in the last rounds. */
const historyQuery = (slug: string, year: string) =>
  queryOptions({
    queryKey: ['history', slug, year],
    queryFn: ({ signal }): Promise<MeasureHistory> => call(getMeasureHistory, { params: { slug, year } }, signal),
  });

export type RoundsOf = (code: string) => readonly InRound[] | undefined;

/** The last rounds of each measure, the oldest first; null while unknown, and where there is nothing to compare. */
export function useRounds({ municipality, year, asOf }: Board): RoundsOf | null {
  const { data } = useQuery(historyQuery(municipality.slug, String(year)));
  return useMemo(() => {
    // A snapshot of a round does not show the rounds after it.
    const from = asOf ? (data?.rounds.findIndex(({ slug }) => slug === asOf.round.slug) ?? -1) : 0;
    if (!data || from < 0 || data.rounds.length - from < 2) return null;
    const shownRounds = data.rounds.slice(from);
    // Memoized, so that memoized rows get the same array.
    const known = new Map(
      data.measures.map(({ code, statuses }) => [
        code,
        shownRounds
          .flatMap(({ slug, name }, index) => {
            const status = statuses[index + from];
            return status === undefined ? [] : [{ slug, name, status }];
          })
          .toReversed(),
      ]),
    );
    return (code) => known.get(code);
  }, [data, asOf]);
}
