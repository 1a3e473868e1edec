import { queryOptions } from '@tanstack/react-query';
import type { roundManageApi } from '@vointi/shared/round/manage-contract.ts';
import { read } from '../../lib/call.ts';

const base = '/api/v1/municipalities/:slug/rounds' as const;
const second = 1000;

export const roundsKey = (slug: string) => ['rounds', slug];

export const roundsQuery = (slug: string) =>
  queryOptions({
    queryKey: [...roundsKey(slug), 'list'],
    queryFn: ({ signal }) => read<typeof roundManageApi.list>(base, { params: { slug } }, signal),
  });

export const roundQuery = (slug: string, roundId: string) =>
  queryOptions({
    queryKey: [...roundsKey(slug), roundId],
    queryFn: ({ signal }) => read<typeof roundManageApi.get>(`${base}/:roundId`, { params: { slug, roundId } }, signal),
    // Who is missing is followed while answers come in; a hidden page asks nothing.
    refetchInterval: ({ state: { data } }) => {
      const isTaking = data?.round.state === 'open' || data?.departments.some(({ reopening }) => reopening !== null);
      return isTaking ? 2 * second : false;
    },
  });

export const remindersQuery = (slug: string, roundId: string) =>
  queryOptions({
    queryKey: [...roundsKey(slug), roundId, 'reminders'],
    queryFn: ({ signal }) =>
      read<typeof roundManageApi.listReminders>(`${base}/:roundId/reminders`, { params: { slug, roundId } }, signal),
  });
