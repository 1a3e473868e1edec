import type { ReportingForm, ReportingRow } from '@vointi/shared/report/contract.ts';
import { canConfirm } from '@vointi/shared/report/rules.ts';
import { conflictOf, type Entry, type LocalCopy, isChanged, localCopyOf, openEntry, refreshRow } from './entry.ts';

/** offline: this device is; down: the service does not answer; signedOut: the person would rather not sign in now. */
export type Link = 'ok' | 'offline' | 'down' | 'signedOut';

/** What the server has not acknowledged, kept in this browser: of one person, in one round. */
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
  /** Whom the answers are from, where that has to be said; and whether it was left out. */
  onBehalfOf: string;
  lacksOnBehalfOf: boolean;
  /** The last time the server took something. */
  savedAt: string | null;
  /** What was last asked to be sent together, and what of it came through. */
  batch: readonly string[];
  sent: readonly string[];
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
    sent: [],
  };
}

/** What a desk's page shows and what is being written, in one place that outlives the page. */
export function createStore(form: ReportingForm, local: LocalCopies) {
  let state = open(form, local);
  // What the server has got after all, as the page was closed, is not remembered any longer.
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

/** What "ei muutosta" can be said of again: this round's answer, else the last one. */
export const answerToRepeat = ({ report, previous }: ReportingRow) => {
  const last = report?.progress ? report : previous;
  return last && { progress: last.progress, note: last.note?.fi ?? null };
};

/** Unanswered, nothing typed, and something was said before that can be said again. */
export const restIds = ({ entries, order }: ReportingFormState): string[] =>
  order.filter((id) => {
    const entry = entries.get(id);
    if (!entry || entry.queued || isChanged(entry) || entry.row.draft?.sentAt) return false;
    return entry.row.state === 'missing' && canConfirm(answerToRepeat(entry.row));
  });

export type FormProgress = { total: number; answered: number; ready: number; left: number; unsent: number };

/** answered: the server has it, or it waits for the approver; ready: written and not sent; left: neither. unsent: also changes. */
export function progressOf({ entries }: ReportingFormState): FormProgress {
  const all = [...entries.values()];
  const isAnswered = ({ row, queued }: Entry) =>
    row.state !== 'missing' || row.draft?.sentAt != null || queued !== null;
  const answered = all.filter((entry) => isAnswered(entry)).length;
  const ready = all.filter((entry) => !isAnswered(entry) && isChanged(entry)).length;
  const unsent = all.filter((entry) => isChanged(entry) && !entry.queued).length;
  return { total: all.length, answered, ready, left: all.length - answered - ready, unsent };
}

/** All of it is with the server, and nobody has to wonder whether there is still something to press. */
export function isAllSent(state: ReportingFormState): boolean {
  const { total, answered, unsent } = progressOf(state);
  const all = [...state.entries.values()];
  return answered === total && unsent === 0 && all.every((entry) => !entry.queued && conflictOf(entry) === null);
}

const isMissing = ({ state }: ReportingRow) => state === 'missing';
const isOpen = ({ lock }: ReportingForm) => lock?.isOpen === true;

/** What can be answered now before what cannot, then the most unanswered; a department without measures last. */
export const byUrgency = (one: ReportingForm, other: ReportingForm): number =>
  Number(other.rows.length > 0) - Number(one.rows.length > 0) ||
  Number(isOpen(other)) - Number(isOpen(one)) ||
  other.counts.missing - one.counts.missing;

/** Unanswered first, then in the order of the plan. */
export const orderRows = (rows: readonly ReportingRow[]): string[] =>
  [...rows.filter(isMissing), ...rows.filter((row) => !isMissing(row))].map(({ assignmentId }) => assignmentId);

/** The order that one is working in stays: what is gone is left out, what is new comes last. */
export function keepOrder(order: readonly string[], rows: readonly ReportingRow[]): string[] {
  const now = orderRows(rows);
  return [...order.filter((id) => now.includes(id)), ...now.filter((id) => !order.includes(id))];
}

const secondsEach = 20;

/** How long the rest will take, in whole minutes: at least one where something is left. */
export const minutesFor = (left: number): number => Math.ceil((left * secondsEach) / 60);
