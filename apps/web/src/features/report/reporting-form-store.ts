import type { ReportingForm, ReportingRow } from '@vointi/shared/report/contract.ts';
import { byLastDay } from '@vointi/shared/report/form-order.ts';
import { canConfirm } from '@vointi/shared/report/rules.ts';
import { conflictOf, type Entry, type LocalCopy, isChanged, localCopyOf, openEntry, refreshRow } from './entry.ts';

/** offline: this device has no network; down: the service does not answer; signedOut: the person declined to sign in. */
export type Link = 'ok' | 'offline' | 'down' | 'signedOut';

/** What the server has not acknowledged, stored in this browser for one person and one round. */
export type LocalCopies = {
  get: (assignmentId: string) => LocalCopy | null;
  set: (assignmentId: string, copy: LocalCopy | null) => void;
  has: (assignmentIds: readonly string[]) => boolean;
};

export type ReportingFormState = {
  form: ReportingForm;
  entries: ReadonlyMap<string, Entry>;
  order: readonly string[];
  link: Link;
  /** From whom the answers are, when the form needs it; and whether the person left it out. */
  onBehalfOf: string;
  lacksOnBehalfOf: boolean;
  /** When the server last took a write. */
  savedAt: string | null;
  /** The rows of the last send, and those of them that the server took. */
  batch: readonly string[];
  sentIds: readonly string[];
};

export type Store = ReturnType<typeof createStore>;

const lastOnBehalfOf = (rows: readonly ReportingRow[]) =>
  rows.map(({ draft, report }) => draft?.onBehalfOf || report?.onBehalfOf || '').find((text) => text !== '') ?? '';

function open(form: ReportingForm, local: LocalCopies): ReportingFormState {
  const { rows } = form;
  return {
    form,
    entries: new Map(rows.map((row) => [row.assignmentId, openEntry(row, local.get(row.assignmentId))])),
    order: orderRows(rows),
    link: 'ok',
    onBehalfOf: lastOnBehalfOf(rows),
    lacksOnBehalfOf: false,
    savedAt: null,
    batch: [],
    sentIds: [],
  };
}

/** The state of one reporting form, which outlives the page. */
export function createStore(form: ReportingForm, local: LocalCopies) {
  let state = open(form, local);
  // Deletes local copies that the server had received when the page closed.
  for (const [id, entry] of state.entries) if (local.get(id) !== null) local.set(id, localCopyOf(entry));
  const listeners = new Set<() => void>();
  const patch = (change: Partial<ReportingFormState>) => {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  };
  const put = (id: string, change: (entry: Entry) => Entry) => {
    const entry = state.entries.get(id);
    if (!entry) return;
    const next = change(entry);
    // Stores the row in the same event: a crash loses no letter.
    local.set(id, localCopyOf(next));
    patch({ entries: new Map(state.entries).set(id, next) });
  };
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  };
  /** Takes the server's newest state of the form. */
  const replaceForm = (now: ReportingForm) => {
    const entries = new Map(
      now.rows.map((row) => {
        const entry = state.entries.get(row.assignmentId);
        return [row.assignmentId, entry ? refreshRow(entry, row) : openEntry(row, null)];
      }),
    );
    patch({ form: now, entries, order: keepOrder(state.order, now.rows) });
  };
  return { get: () => state, patch, put, subscribe, replaceForm };
}

export const changedIds = ({ entries, order }: ReportingFormState): string[] =>
  order.filter((id) => {
    const entry = entries.get(id);
    return entry !== undefined && isChanged(entry) && !entry.queued && conflictOf(entry) === null;
  });

/** The answer that "ei muutosta" repeats: this round's, else the previous one. */
export const answerToRepeat = ({ report, previous }: ReportingRow) => {
  const last = report?.progress ? report : previous;
  return last && { progress: last.progress, note: last.note?.fi ?? null };
};

/** Rows that "confirm the rest" takes: unanswered, unchanged, with an answer to repeat and none that waits. */
export const restIds = ({ entries, order }: ReportingFormState): string[] =>
  order.filter((id) => {
    const entry = entries.get(id);
    if (!entry || entry.queued || isChanged(entry) || entry.row.waitingSince !== null) return false;
    return entry.row.state === 'missing' && canConfirm(answerToRepeat(entry.row));
  });

export type FormProgress = {
  total: number;
  answered: number;
  waiting: number;
  ready: number;
  left: number;
  unsent: number;
};

/**
 * answered: given or queued; waiting: sent, and not approved yet; ready: written and not sent; left: none of these;
 * unsent: ready, and changes of answered rows.
 */
export function progressOf({ entries }: ReportingFormState): FormProgress {
  const all = [...entries.values()];
  const isAnswered = ({ row, queued }: Entry) => row.state !== 'missing' || queued !== null;
  const answered = all.filter(isAnswered).length;
  const open = all.filter((entry) => !isAnswered(entry));
  const waiting = open.filter(({ row }) => row.waitingSince !== null).length;
  const ready = open.filter((entry) => entry.row.waitingSince === null && isChanged(entry)).length;
  const unsent = all.filter((entry) => isChanged(entry) && !entry.queued).length;
  return { total: all.length, answered, waiting, ready, left: open.length - waiting - ready, unsent };
}

/** Whether every row is answered or waits for approval, and nothing is unsent, queued or in conflict. */
export function isAllSent(state: ReportingFormState): boolean {
  const { total, answered, waiting, unsent } = progressOf(state);
  const all = [...state.entries.values()];
  return (
    answered + waiting === total && unsent === 0 && all.every((entry) => !entry.queued && conflictOf(entry) === null)
  );
}

/** The approver returned the person's answer, and it is not sent again. */
const isReturned = ({ draft }: ReportingRow) => draft !== null && draft.returnedAt !== null;
const isMissing = ({ state, waitingSince }: ReportingRow) => state === 'missing' && waitingSince === null;
const isOpen = ({ lock }: ReportingForm) => lock?.isOpen === true;
const isUnfinished = (form: ReportingForm) => isOpen(form) && form.counts.missing > 0;

/**
 * Sorts open forms with unanswered rows first: by last day, then by how many are unanswered. A department without
 * measures comes last.
 */
export const byUrgency = (one: ReportingForm, other: ReportingForm): number =>
  Number(other.rows.length > 0) - Number(one.rows.length > 0) ||
  Number(isUnfinished(other)) - Number(isUnfinished(one)) ||
  byLastDay(one, other) ||
  other.counts.missing - one.counts.missing;

const partOf = (row: ReportingRow): number => (isReturned(row) ? 0 : isMissing(row) ? 1 : 2);

/** Returned rows first, then unanswered ones, each part in the order of the plan. */
export const orderRows = (rows: readonly ReportingRow[]): string[] =>
  rows.toSorted((one, other) => partOf(one) - partOf(other)).map(({ assignmentId }) => assignmentId);

/** Keeps the rows where they are while the person works: drops rows that are gone, appends new ones. */
export function keepOrder(order: readonly string[], rows: readonly ReportingRow[]): string[] {
  const now = orderRows(rows);
  return [...order.filter((id) => now.includes(id)), ...now.filter((id) => !order.includes(id))];
}

const secondsEach = 20;

/** An estimate for `left` rows in whole minutes, rounded up. */
export const minutesFor = (left: number): number => Math.ceil((left * secondsEach) / 60);
