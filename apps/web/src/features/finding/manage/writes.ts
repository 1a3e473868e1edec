import { queryOptions } from '@tanstack/react-query';
import type { Finding } from '@vointi/shared/finding/contract.ts';
import type { BodyOf } from '@vointi/shared/http/contracts.ts';
import { createFinding, deleteFinding, listFindingProposals, updateFinding } from '@vointi/shared/finding/endpoints.ts';
import { call } from '../../../lib/call.ts';

export type FindingBody = BodyOf<typeof createFinding>;
export type At = { slug: string; year: string };

export const proposalsQuery = ({ slug, year }: At) =>
  queryOptions({
    queryKey: ['findings', slug, year, 'proposals'],
    queryFn: ({ signal }) => call(listFindingProposals, { params: { slug, year } }, signal),
  });

export const create = (params: At, body: FindingBody): Promise<Finding> => call(createFinding, { params, body });

export const update = (plan: At, id: string, body: BodyOf<typeof updateFinding>): Promise<Finding> =>
  call(updateFinding, { params: { ...plan, id }, body });

export const remove = (plan: At, { id, version }: Pick<Finding, 'id' | 'version'>) =>
  call(deleteFinding, { params: { ...plan, id }, body: { version } });
