import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import type { AuditAction } from '@vointi/shared/audit/action.ts';
import type { auditApi } from '@vointi/shared/audit/contract.ts';
import { read, sendForFile } from '../../lib/call.ts';

export type AuditFilter = { action?: AuditAction; actor?: string; subject?: string; from?: string; to?: string };

const base = '/api/v1/municipalities/:slug/audit' as const;

export const auditQuery = (slug: string, filter: AuditFilter) =>
  infiniteQueryOptions({
    queryKey: ['audit', slug, filter],
    queryFn: ({ signal, pageParam }) =>
      read<typeof auditApi.list>(
        base,
        { params: { slug }, query: { ...filter, ...(pageParam && { cursor: pageParam }) } },
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next ?? undefined,
    placeholderData: keepPreviousData,
  });

export const exportAudit = (slug: string, body: AuditFilter): Promise<Blob> =>
  sendForFile<typeof auditApi.export>(`${base}/export`, 'POST', { params: { slug }, body });
