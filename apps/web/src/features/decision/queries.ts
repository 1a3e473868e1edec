import { queryOptions } from '@tanstack/react-query';
import type { MeasureDecision } from '@vointi/shared/decision/contract.ts';
import type { BodyOf, InputOf } from '@vointi/shared/http/contracts.ts';
import * as endpoints from '@vointi/shared/decision/endpoints.ts';
import { call } from '../../lib/call.ts';

export const decisionsKey = (slug: string, year: string) => ['decisions', slug, year];

export type DecisionFilter = InputOf<typeof endpoints.listDecisions>['query'];

/** Decisions of a plan or of one measure. */
export const decisionsQuery = (slug: string, year: string, filter: DecisionFilter) =>
  queryOptions({
    queryKey: [...decisionsKey(slug, year), filter],
    queryFn: ({ signal }) => call(endpoints.listDecisions, { params: { slug, year }, query: filter }, signal),
  });

export type DecisionBody = BodyOf<typeof endpoints.createDecision>;

export const createDecision = (
  slug: string,
  year: string,
  code: string,
  body: DecisionBody,
): Promise<MeasureDecision> =>
  call(endpoints.createDecision, {
    params: { slug, year, id: code },
    body,
  });

export const updateDecision = (
  slug: string,
  id: string,
  body: BodyOf<typeof endpoints.updateDecision>,
): Promise<MeasureDecision> => call(endpoints.updateDecision, { params: { slug, id }, body });

export const deleteDecision = (slug: string, { id }: MeasureDecision) =>
  call(endpoints.deleteDecision, { params: { slug, id } });
