import { queryOptions } from '@tanstack/react-query';
import { getRound, listReminders } from '@vointi/shared/round/endpoints.ts';
import { roundsKey } from '../../domain/round/queries.ts';
import { call } from '../../lib/call.ts';

const second = 1000;

export const roundQuery = (slug: string, roundId: string) =>
  queryOptions({
    queryKey: [...roundsKey(slug), roundId],
    queryFn: ({ signal }) => call(getRound, { params: { slug, roundId } }, signal),
    // Who is missing is followed while answers come in; a hidden page asks nothing.
    refetchInterval: ({ state: { data } }) => {
      const isTaking = data?.round.state === 'open' || data?.departments.some(({ reopening }) => reopening !== null);
      return isTaking ? 2 * second : false;
    },
  });

export const remindersQuery = (slug: string, roundId: string) =>
  queryOptions({
    queryKey: [...roundsKey(slug), roundId, 'reminders'],
    queryFn: ({ signal }) => call(listReminders, { params: { slug, roundId } }, signal),
  });
