import { queryOptions } from '@tanstack/react-query';
import { listManagedRounds } from '@vointi/shared/round/endpoints.ts';
import { call } from '../../lib/call.ts';

export const roundsKey = (slug: string) => ['rounds', slug];

export const roundsQuery = (slug: string) =>
  queryOptions({
    queryKey: [...roundsKey(slug), 'list'],
    queryFn: ({ signal }) => call(listManagedRounds, { params: { slug } }, signal),
  });
