import type { Progress } from '@vointi/shared/measure/progress.ts';
import { notConfirmableBecause } from '@vointi/shared/report/rules.ts';
import { type Field, problemList, problemsOf, type ProblemKind } from './check.ts';
import { changedIds, lastAnswer, restIds, type Store } from './desk-store.ts';
import { isChanged, settle, type, type Queued } from './entry.ts';
import type { Pump } from './pump.ts';
import { nothingTyped, type Typed, withLight } from './typed.ts';

export type Found = { id: string; field: Field; kind: ProblemKind };
/** What came of asking to send: how many wait to go, and what has to be mended first. */
export type Asked = { queued: number; found: readonly Found[]; lacksOnBehalfOf: boolean };

export type Actions = ReturnType<typeof makeActions>;

const nothingAsked: Asked = { queued: 0, found: [], lacksOnBehalfOf: false };

/** What a person does on a desk. */
export function makeActions(store: Store, pump: Pump) {
  let lastOrder = 0;
  const nextOrder = () => (lastOrder = Math.max(Date.now(), lastOrder + 1));
  const queue = (ids: readonly string[], kind: Queued['kind']) => {
    for (const id of ids) store.put(id, (entry) => ({ ...entry, queued: { kind, order: nextOrder() }, problems: {} }));
    if (ids.length > 0) pump.go();
  };
  const entryOf = (id: string) => store.get().entries.get(id);

  const write = (id: string, change: (typed: Typed) => Typed) => {
    const { onBehalfOf } = store.get();
    store.put(id, (entry) => type(entry, { ...change(entry.typed ?? entry.start), onBehalfOf }));
    pump.touch(id);
  };

  /** @returns whether it has to be said first whom the answers are from */
  const lacksOnBehalfOf = (): boolean => {
    const { desk, onBehalfOf } = store.get();
    const isLacking = desk.needsOnBehalfOf && onBehalfOf.trim() === '';
    store.patch({ lacksOnBehalfOf: isLacking });
    return isLacking;
  };

  return {
    /** Opens the fields with what was said last, to be gone on from. */
    open: (id: string) =>
      store.put(id, (entry) => {
        const { row, start } = entry;
        const note = start.progress === null ? (row.previous?.note?.fi ?? '') : start.note;
        const typed = { ...start, note };
        // A text that is only brought along is no change.
        return { ...entry, start: start.progress === null ? typed : start, typed };
      }),
    write,
    light: (id: string, progress: Progress) => {
      const entry = entryOf(id);
      if (entry) write(id, (typed) => withLight(typed, progress, entry.row));
    },
    figure: (id: string, indicator: string, text: string) =>
      write(id, (typed) => ({ ...typed, figures: { ...typed.figures, [indicator]: text } })),
    figures: (id: string, texts: Readonly<Record<string, string>>) =>
      write(id, (typed) => ({ ...typed, figures: { ...typed.figures, ...texts } })),
    /** Gives up what is being written: the answer stands as it was. */
    discard: (id: string) => {
      store.put(id, (entry) => ({ ...settle(entry, entry.start), typed: null, queued: null, kept: entry.kept }));
      pump.touch(id);
    },
    close: (id: string) => store.put(id, (entry) => (isChanged(entry) ? entry : { ...entry, typed: null })),
    settle: (id: string, typed: Typed) => {
      store.put(id, (entry) => settle(entry, typed));
      pump.touch(id);
    },
    onBehalfOf: (text: string) => {
      store.patch({ onBehalfOf: text, lacksOnBehalfOf: false });
      for (const id of changedIds(store.get())) write(id, (typed) => typed);
    },
    /** "Ei muutosta"; a red one that never told its reason is opened to be asked. */
    confirm: (id: string): Asked => {
      const entry = entryOf(id);
      if (!entry) return nothingAsked;
      if (lacksOnBehalfOf()) return { ...nothingAsked, lacksOnBehalfOf: true };
      if (notConfirmableBecause(lastAnswer(entry.row)) === 'reason_needed') {
        write(id, (typed) => ({ ...(entry.typed ? typed : nothingTyped), progress: 'not_started' }));
        store.put(id, (now) => ({ ...now, problems: { note: 'reason' } }));
        return { ...nothingAsked, found: [{ id, field: 'note', kind: 'reason' }] };
      }
      store.put(id, (now) => ({ ...now, typed: null }));
      queue([id], 'confirm');
      return { ...nothingAsked, queued: 1 };
    },
    confirmRest: (): Asked => {
      if (lacksOnBehalfOf()) return { ...nothingAsked, lacksOnBehalfOf: true };
      const ids = restIds(store.get());
      store.patch({ batch: ids, sent: [] });
      queue(ids, 'confirm');
      return { ...nothingAsked, queued: ids.length };
    },
    /** Sends the rows with changes that have nothing to be mended; the others stay as they are and say what it is. */
    send: (): Asked => {
      if (changedIds(store.get()).length > 0 && lacksOnBehalfOf()) return { ...nothingAsked, lacksOnBehalfOf: true };
      const { onBehalfOf } = store.get();
      const rows = changedIds(store.get()).flatMap((id) => {
        const entry = entryOf(id);
        return entry?.typed ? [{ id, problems: problemsOf(entry, entry.typed) }] : [];
      });
      for (const { id, problems } of rows) {
        store.put(id, (entry) => ({ ...entry, typed: entry.typed && { ...entry.typed, onBehalfOf }, problems }));
      }
      const whole = rows.filter(({ problems }) => Object.keys(problems).length === 0).map(({ id }) => id);
      store.patch({ batch: whole, sent: [] });
      queue(whole, 'answer');
      const found = rows.flatMap(({ id, problems }) =>
        problemList(problems).map(([field, kind]) => ({ id, field, kind })),
      );
      return { queued: whole.length, found, lacksOnBehalfOf: false };
    },
    retry: () => pump.go(),
    /** The thanks have been read. */
    closeThanks: () => store.patch({ batch: [], sent: [] }),
  };
}
