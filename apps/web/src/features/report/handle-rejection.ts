import type { ReportingForm } from '@vointi/shared/report/contract.ts';
import { type ErrorCode, isPassing, type ProblemError } from '../../lib/problem.ts';
import { writtenFigures, type Problems, problemsIn } from './check.ts';
import type { Store } from './reporting-form-store.ts';
import { type Task, queuedEntries } from './sync-tasks.ts';

/** Whether a retry of the same request may succeed. */
export const isWorthRetrying = (error: ProblemError): boolean =>
  isPassing(error) || error.code === 'too_many_requests' || error.code === 'unauthenticated';

const unqueue = (store: Store, id: string, change: { problems?: Problems; refused?: ErrorCode | null } = {}) =>
  store.put(id, (now) => ({ ...now, queued: null, ...change }));

/** Shows the rejection at its rows, keeps their text, and removes them from the queue so that the others go on. */
export function handleRejection(store: Store, { ids }: Task, { code, current, details }: ProblemError) {
  if (code === 'locked') {
    const { lock } = (current ?? {}) as { lock?: ReportingForm['lock'] };
    if (lock) store.patch({ form: { ...store.get().form, lock } });
    for (const { row } of queuedEntries(store)) unqueue(store, row.assignmentId);
    return;
  }
  const lacksOnBehalfOf = details.some(({ reason }) => reason === 'on_behalf_of_needed');
  if (lacksOnBehalfOf) store.patch({ lacksOnBehalfOf });
  for (const id of ids) {
    const entry = store.get().entries.get(id);
    const figures = entry?.values ? writtenFigures(entry, entry.values).map(({ figure }) => figure.indicator) : [];
    const problems = problemsIn(details, figures);
    const isExplained = problems !== null || lacksOnBehalfOf;
    unqueue(store, id, { problems: problems ?? {}, refused: isExplained ? null : code });
  }
}
