import type { Progress } from '@vointi/shared/measure/progress.ts';
import { notConfirmableBecause } from '@vointi/shared/report/rules.ts';
import { type Field, problemList, problemsOf, type ProblemKind } from './check.ts';
import { isChanged, resolveConflict, type, type Queued } from './entry.ts';
import { emptyValues, formerNoteOf, type FormValues, withLight } from './form-values.ts';
import { changedIds, answerToRepeat, restIds, type Store } from './reporting-form-store.ts';
import type { SyncQueue } from './sync-queue.ts';

export type FieldProblemAt = { id: string; field: Field; kind: ProblemKind };
/** The result of a request to send: how many rows are queued, and which fields the person has to correct first. */
export type SendResult = { queued: number; problems: readonly FieldProblemAt[]; lacksOnBehalfOf: boolean };

export type Actions = ReturnType<typeof createActions>;

const nothingQueued: SendResult = { queued: 0, problems: [], lacksOnBehalfOf: false };

/** What a person does on a reporting form. */
export function createActions(store: Store, syncQueue: SyncQueue) {
  let lastOrder = 0;
  const nextOrder = () => (lastOrder = Math.max(Date.now(), lastOrder + 1));
  const queue = (ids: readonly string[], kind: Queued['kind']) => {
    for (const id of ids) store.put(id, (entry) => ({ ...entry, queued: { kind, order: nextOrder() }, problems: {} }));
    if (ids.length > 0) syncQueue.go();
  };
  const entryOf = (id: string) => store.get().entries.get(id);

  const write = (id: string, change: (values: FormValues) => FormValues) => {
    const { onBehalfOf } = store.get();
    store.put(id, (entry) => type(entry, { ...change(entry.values ?? entry.start), onBehalfOf }));
    syncQueue.schedule(id);
  };

  /** @returns whether the person first has to name whose answers these are */
  const lacksOnBehalfOf = (): boolean => {
    const { form, onBehalfOf } = store.get();
    const isLacking = form.needsOnBehalfOf && onBehalfOf.trim() === '';
    store.patch({ lacksOnBehalfOf: isLacking });
    return isLacking;
  };

  return {
    /** Opens the fields with this round's answer, or empty ones. */
    open: (id: string) => store.put(id, (entry) => ({ ...entry, values: entry.start })),
    /** Begins the note with the former one. */
    takeOver: (id: string) => {
      const entry = entryOf(id);
      if (entry) write(id, (values) => ({ ...values, note: formerNoteOf(entry.row) }));
    },
    write,
    light: (id: string, progress: Progress) => {
      const entry = entryOf(id);
      if (entry) write(id, (values) => withLight(values, progress, entry.row));
    },
    figure: (id: string, indicator: string, text: string) =>
      write(id, (values) => ({ ...values, figures: { ...values.figures, [indicator]: text } })),
    figures: (id: string, texts: Readonly<Record<string, string>>) =>
      write(id, (values) => ({ ...values, figures: { ...values.figures, ...texts } })),
    /** Discards the changes: the answer stays as it was. */
    discard: (id: string) => {
      store.put(id, (entry) => ({
        ...resolveConflict(entry, entry.start),
        values: null,
        queued: null,
        savedDraft: entry.savedDraft,
      }));
      syncQueue.schedule(id);
    },
    close: (id: string) => store.put(id, (entry) => (isChanged(entry) ? entry : { ...entry, values: null })),
    resolveConflict: (id: string, values: FormValues) => {
      store.put(id, (entry) => resolveConflict(entry, values));
      syncQueue.schedule(id);
    },
    onBehalfOf: (text: string) => {
      store.patch({ onBehalfOf: text, lacksOnBehalfOf: false });
      for (const id of changedIds(store.get())) write(id, (values) => values);
    },
    /** "Ei muutosta" (no change). A red answer without a reason opens instead, because it needs one. */
    confirm: (id: string): SendResult => {
      const entry = entryOf(id);
      if (!entry) return nothingQueued;
      if (lacksOnBehalfOf()) return { ...nothingQueued, lacksOnBehalfOf: true };
      if (notConfirmableBecause(answerToRepeat(entry.row)) === 'reason_needed') {
        write(id, (values) => ({ ...(entry.values ? values : emptyValues), progress: 'not_started' }));
        store.put(id, (now) => ({ ...now, problems: { note: 'reason' } }));
        return { ...nothingQueued, problems: [{ id, field: 'note', kind: 'reason' }] };
      }
      store.put(id, (now) => ({ ...now, values: null }));
      queue([id], 'confirm');
      return { ...nothingQueued, queued: 1 };
    },
    confirmRest: (): SendResult => {
      if (lacksOnBehalfOf()) return { ...nothingQueued, lacksOnBehalfOf: true };
      const ids = restIds(store.get());
      store.patch({ batch: ids, sentIds: [] });
      queue(ids, 'confirm');
      return { ...nothingQueued, queued: ids.length };
    },
    /** Queues the changed rows that have no problem; the others show theirs. */
    send: (): SendResult => {
      if (changedIds(store.get()).length > 0 && lacksOnBehalfOf()) return { ...nothingQueued, lacksOnBehalfOf: true };
      const { onBehalfOf } = store.get();
      const rows = changedIds(store.get()).flatMap((id) => {
        const entry = entryOf(id);
        return entry?.values ? [{ id, problems: problemsOf(entry, entry.values) }] : [];
      });
      for (const { id, problems } of rows) {
        store.put(id, (entry) => ({ ...entry, values: entry.values && { ...entry.values, onBehalfOf }, problems }));
      }
      const whole = rows.filter(({ problems }) => Object.keys(problems).length === 0).map(({ id }) => id);
      store.patch({ batch: whole, sentIds: [] });
      queue(whole, 'answer');
      const problems = rows.flatMap((row) =>
        problemList(row.problems).map(([field, kind]) => ({ id: row.id, field, kind })),
      );
      return { queued: whole.length, problems, lacksOnBehalfOf: false };
    },
    retry: () => syncQueue.go(),
    /** Closes the summary of what was sent. */
    closeSentSummary: () => store.patch({ batch: [], sentIds: [] }),
  };
}
