import type { ReportingForm } from '@vointi/shared/report/contract.ts';
import { conflictOf, type Entry, isChanged, isUnsaved } from './entry.ts';
import type { Link } from './reporting-form-store.ts';

/** The one state that a row shows: what needs the person comes first, then what is under way. */
export type RowState =
  | { is: 'conflict' | 'problem' | 'refused' | 'sending' | 'waiting' | 'saving' | 'offline' | 'down' | 'signedOut' }
  | { is: 'saved'; at: string }
  | { is: 'awaiting' | 'returned'; at: string }
  | { is: 'answered' | 'confirmed' | 'late'; at: string | null }
  | { is: 'missing' | 'overdue' };

export const isOverdue = ({ lock }: Pick<ReportingForm, 'lock'>, now: number): boolean =>
  lock?.isOpen === true && !lock.isReopened && lock.until !== null && Date.parse(lock.until) <= now;

export function rowStateOf(entry: Entry, link: Link, isLate: boolean): RowState {
  const { row } = entry;
  if (conflictOf(entry)) return { is: 'conflict' };
  if (Object.keys(entry.problems).length > 0) return { is: 'problem' };
  if (entry.refused !== null) return { is: 'refused' };
  if (entry.queued) return { is: link === 'ok' ? 'sending' : 'waiting' };
  const returnedAt = row.draft?.returnedAt ?? null;
  if (isChanged(entry)) {
    // Until its writer changes something.
    if (returnedAt !== null && !isUnsaved(entry) && (entry.savedAt ?? '') <= returnedAt) {
      return { is: 'returned', at: returnedAt };
    }
    if (isUnsaved(entry)) return { is: link === 'ok' ? 'saving' : link };
    return { is: 'saved', at: entry.savedAt ?? '' };
  }
  if (row.waitingSince !== null) return { is: 'awaiting', at: row.waitingSince };
  if (returnedAt !== null) return { is: 'returned', at: returnedAt };
  if (row.state === 'missing') return { is: isLate ? 'overdue' : 'missing' };
  return { is: row.state, at: row.report?.reportedAt ?? null };
}

export const isDone = ({ is }: RowState): boolean => ['answered', 'confirmed', 'late', 'awaiting'].includes(is);
/** Whether the state gets a warning icon. */
export const isAlarming = ({ is }: RowState): boolean =>
  ['conflict', 'problem', 'refused', 'waiting', 'offline', 'down', 'signedOut', 'overdue', 'returned'].includes(is);
