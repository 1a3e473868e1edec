import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import type { AuditAction } from '@vointi/shared/audit/action.ts';
import * as endpoints from '@vointi/shared/audit/endpoints.ts';
import type { Text } from '@vointi/shared/text/text.ts';
import { call, callForFile } from '../../lib/call.ts';

export type AuditFilter = { action?: AuditAction; actor?: string; subject?: string; from?: string; to?: string };

/** The present names of the ids in the entries. */
export type AuditNames = Readonly<Record<string, Text>>;

export const auditQuery = (slug: string, filter: AuditFilter) =>
  infiniteQueryOptions({
    queryKey: ['audit', slug, filter],
    queryFn: ({ signal, pageParam }) =>
      call(
        endpoints.listAudit,
        { params: { slug }, query: { ...filter, ...(pageParam && { cursor: pageParam }) } },
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next ?? undefined,
    placeholderData: keepPreviousData,
  });

export const exportAudit = (slug: string, body: AuditFilter): Promise<Blob> =>
  callForFile(endpoints.exportAudit, { params: { slug }, body });
