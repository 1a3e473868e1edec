import { queryOptions } from '@tanstack/react-query';
import type { Reporting } from '@vointi/shared/report/contract.ts';
import { listReporting } from '@vointi/shared/report/endpoints.ts';
import { call } from '../../lib/call.ts';
import type { Wanted } from './desks.ts';

export const reportingKey = ['reporting'] as const;

export type Asked = Reporting & {
  /** When it was asked for: what was written since may not be in it. */
  askedAt: number;
};

const often = 20_000;

/** Of one department where one is asked for, else of all that one may see. */
export const reportingQuery = (wanted: Wanted) =>
  queryOptions({
    queryKey: [...reportingKey, wanted.municipality ?? '', wanted.department ?? ''],
    queryFn: async ({ signal }): Promise<Asked> => {
      const askedAt = Date.now();
      return { ...(await call(listReporting, { query: wanted }, signal)), askedAt };
    },
    // What others write meanwhile, while somebody looks.
    refetchInterval: often,
  });
