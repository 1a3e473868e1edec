import type { Desk, ReportingRow } from '@vointi/shared/report/contract.ts';
import { canConfirm } from '@vointi/shared/report/rules.ts';
import { conflictOf, type Entry, isChanged, localCopyOf, openEntry, takeRow } from './entry.ts';
import type { LocalCopies } from './local-copies.ts';
import { keepOrder, orderRows } from './order.ts';

/** offline: this device is; down: the service does not answer; signedOut: the person would rather not sign in now. */
export type Link = 'ok' | 'offline' | 'down' | 'signedOut';

export type DeskState = {
  desk: Desk;
  entries: ReadonlyMap<string, Entry>;
  order: readonly string[];
  link: Link;
  /** Whom the answers are from, where that has to be said; and whether it was left out. */
  onBehalfOf: string;
  lacksOnBehalfOf: boolean;
  /** The last time the server took something. */
  savedAt: string | null;
  /** What was last asked to be sent together, and what of it came through. */
  batch: readonly string[];
  sent: readonly string[];
};

export type Store = ReturnType<typeof makeStore>;

const lastOnBehalfOf = (rows: readonly ReportingRow[]) =>
  rows.map(({ draft, report }) => draft?.onBehalfOf || report?.onBehalfOf || '').find((text) => text !== '') ?? '';

function open(desk: Desk, local: LocalCopies): DeskState {
  const { rows } = desk;
  return {
    desk,
    entries: new Map(rows.map((row) => [row.assignmentId, openEntry(row, local.get(row.assignmentId))])),
    order: orderRows(rows),
    link: 'ok',
    onBehalfOf: lastOnBehalfOf(rows),
    lacksOnBehalfOf: false,
    savedAt: null,
    batch: [],
    sent: [],
  };
}

/** What a desk's page shows and what is being written, in one place that outlives the page. */
export function makeStore(desk: Desk, local: LocalCopies) {
  let state = open(desk, local);
  // What the server has got after all, as the page was closed, is not remembered any longer.
  for (const [id, entry] of state.entries) if (local.get(id) !== null) local.set(id, localCopyOf(entry));
  const listeners = new Set<() => void>();
  const patch = (change: Partial<DeskState>) => {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  };
  const put = (id: string, change: (entry: Entry) => Entry) => {
    const entry = state.entries.get(id);
    if (!entry) return;
    const next = change(entry);
    // In this browser at once: whatever happens to the page, the words are there.
    local.set(id, localCopyOf(next));
    patch({ entries: new Map(state.entries).set(id, next) });
  };
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  };
  /** The same desk as the server has it now. */
  const takeDesk = (now: Desk) => {
    const entries = new Map(
      now.rows.map((row) => {
        const entry = state.entries.get(row.assignmentId);
        return [row.assignmentId, entry ? takeRow(entry, row) : openEntry(row, null)];
      }),
    );
    patch({ desk: now, entries, order: keepOrder(state.order, now.rows) });
  };
  return { get: () => state, patch, put, subscribe, takeDesk };
}

export const changedIds = ({ entries, order }: DeskState): string[] =>
  order.filter((id) => {
    const entry = entries.get(id);
    return entry !== undefined && isChanged(entry) && !entry.queued && conflictOf(entry) === null;
  });

/** What "ei muutosta" can be said of again: this round's answer, else the last one. */
export const lastAnswer = ({ report, previous }: ReportingRow) => {
  const last = report?.progress ? report : previous;
  return last && { progress: last.progress, note: last.note?.fi ?? null };
};

/** Unanswered, nothing typed, and something was said before that can be said again. */
export const restIds = ({ entries, order }: DeskState): string[] =>
  order.filter((id) => {
    const entry = entries.get(id);
    if (!entry || entry.queued || isChanged(entry) || entry.row.draft?.sentAt) return false;
    return entry.row.state === 'missing' && canConfirm(lastAnswer(entry.row));
  });

export type Progressing = { total: number; answered: number; ready: number; left: number; unsent: number };

/** answered: the server has it, or it waits for the approver; ready: written and not sent; left: neither. unsent: also changes. */
export function progressOf({ entries }: DeskState): Progressing {
  const all = [...entries.values()];
  const isAnswered = ({ row, queued }: Entry) =>
    row.state !== 'missing' || row.draft?.sentAt != null || queued !== null;
  const answered = all.filter((entry) => isAnswered(entry)).length;
  const ready = all.filter((entry) => !isAnswered(entry) && isChanged(entry)).length;
  const unsent = all.filter((entry) => isChanged(entry) && !entry.queued).length;
  return { total: all.length, answered, ready, left: all.length - answered - ready, unsent };
}

/** All of it is with the server, and nobody has to wonder whether there is still something to press. */
export function isAllSent(state: DeskState): boolean {
  const { total, answered, unsent } = progressOf(state);
  const all = [...state.entries.values()];
  return answered === total && unsent === 0 && all.every((entry) => !entry.queued && conflictOf(entry) === null);
}
