import { queryOptions } from '@tanstack/react-query';
import { getRound, listReminders } from '@vointi/shared/round/endpoints.ts';
import { roundsKey, roundsQuery } from '../../domain/round/queries.ts';
import { call } from '../../lib/call.ts';
import { isDue } from './opening.ts';
import { today } from './today.ts';

const second = 1000;

/** The list of rounds, followed while the job is about to open one. */
export const followedRoundsQuery = (slug: string) =>
  queryOptions({
    ...roundsQuery(slug),
    refetchInterval: ({ state: { data } }) =>
      data?.rounds.some((round) => isDue(round, today())) ? 2 * second : false,
  });

export const roundQuery = (slug: string, roundId: string) =>
  queryOptions({
    queryKey: [...roundsKey(slug), roundId],
    queryFn: ({ signal }) => call(getRound, { params: { slug, roundId } }, signal),
    // Refetch while answers arrive; a hidden page does not.
    refetchInterval: ({ state: { data } }) => {
      if (!data) return false;
      const isTaking = data.round.state === 'open' || data.departments.some(({ reopening }) => reopening !== null);
      return isTaking || isDue(data.round, today()) ? 2 * second : false;
    },
  });

export const remindersQuery = (slug: string, roundId: string) =>
  queryOptions({
    queryKey: [...roundsKey(slug), roundId, 'reminders'],
    queryFn: ({ signal }) => call(listReminders, { params: { slug, roundId } }, signal),
  });
