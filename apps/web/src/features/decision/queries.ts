import { queryOptions } from '@tanstack/react-query';
import type { decisionApi, MeasureDecision } from '@vointi/shared/decision/contract.ts';
import type { Call } from '@vointi/shared/http/route.ts';
import { read, send } from '../../lib/call.ts';

const plan = '/api/v1/municipalities/:slug/plans/:year' as const;
const own = '/api/v1/municipalities/:slug/decisions/:id' as const;

export const decisionsKey = (slug: string, year: string) => ['decisions', slug, year];

export type DecisionFilter = Call<typeof decisionApi.list>['query'];

/** What meetings decided, of the whole plan or of one measure. */
export const decisionsQuery = (slug: string, year: string, filter: DecisionFilter) =>
  queryOptions({
    queryKey: [...decisionsKey(slug, year), filter],
    queryFn: ({ signal }) =>
      read<typeof decisionApi.list>(`${plan}/decisions`, { params: { slug, year }, query: filter }, signal),
  });

export type DecisionBody = Call<typeof decisionApi.create>['body'];

export const createDecision = (
  slug: string,
  year: string,
  code: string,
  body: DecisionBody,
): Promise<MeasureDecision> =>
  send<typeof decisionApi.create>(`${plan}/measures/:id/decisions`, 'POST', {
    params: { slug, year, id: code },
    body,
  });

export const updateDecision = (
  slug: string,
  id: string,
  body: Call<typeof decisionApi.update>['body'],
): Promise<MeasureDecision> => send<typeof decisionApi.update>(own, 'PATCH', { params: { slug, id }, body });

export const deleteDecision = (slug: string, { id }: MeasureDecision) =>
  send<typeof decisionApi.delete>(own, 'DELETE', { params: { slug, id } });
