import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import type { MemberRole } from '@vointi/shared/access/permissions.ts';
import type { UserState } from '@vointi/shared/user/state.ts';
import { listUsers } from '@vointi/shared/user/endpoints.ts';
import { peopleKey } from '../../domain/user/queries.ts';
import { call } from '../../lib/call.ts';

export type PeopleFilter = { q?: string; role?: MemberRole; department?: string; state?: UserState };

export const peopleQuery = (slug: string, filter: PeopleFilter) =>
  infiniteQueryOptions({
    queryKey: [...peopleKey(slug), filter],
    queryFn: ({ signal, pageParam }) =>
      call(listUsers, { params: { slug }, query: { ...filter, ...(pageParam && { cursor: pageParam }) } }, signal),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next ?? undefined,
    placeholderData: keepPreviousData,
  });
