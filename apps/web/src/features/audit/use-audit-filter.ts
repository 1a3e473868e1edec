import { auditActions } from '@vointi/shared/audit/action.ts';
import { oneOf, useListSearch } from '../../domain/admin/list-search.ts';
import type { AuditFilter } from './queries.ts';

const keys = ['action', 'actor', 'subject', 'from', 'to'] as const;
const isId = (text: string) => /^[\da-f-]{36}$/.test(text);
const isDay = (text: string) => /^\d{4}-\d\d-\d\d$/.test(text);

/** What the log is narrowed by: as it stands in the address, and as the API takes it. */
export function useAuditFilter() {
  const search = useListSearch(keys);
  const { action: given, actor, subject, from, to } = search.values;
  const action = oneOf(auditActions, given);
  const wanted: AuditFilter = {
    ...(action && { action }),
    ...(isId(actor) && { actor }),
    ...(subject && { subject }),
    ...(isDay(from) && { from }),
    ...(isDay(to) && { to }),
  };
  return { ...search, wanted };
}

export type AuditSearch = ReturnType<typeof useAuditFilter>;
