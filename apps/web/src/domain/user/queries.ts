import { queryOptions } from '@tanstack/react-query';
import type { UserRow } from '@vointi/shared/user/contract.ts';
import { listUsers } from '@vointi/shared/user/endpoints.ts';
import { call } from '../../lib/call.ts';

export const peopleKey = (slug: string) => ['users', slug];

const maxPages = 20;

/** Everybody of a municipality, for a list to choose from. */
export const everybodyQuery = (slug: string) =>
  queryOptions({
    queryKey: [...peopleKey(slug), 'everybody'],
    queryFn: async ({ signal }) => {
      const everybody: UserRow[] = [];
      let cursor: string | null = '';
      for (let page = 0; page < maxPages && cursor !== null; page += 1) {
        const query: { cursor?: string } = cursor === '' ? {} : { cursor };
        const answer = await call(listUsers, { params: { slug }, query }, signal);
        everybody.push(...answer.users);
        cursor = answer.next;
      }
      return everybody;
    },
  });
