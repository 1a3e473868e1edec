import type { Draft } from '@vointi/shared/report/contract.ts';
import type { ReportedRow } from '@vointi/shared/report/write-contract.ts';
import { ProblemError } from '../../lib/problem.ts';
import { answerBody, draftBody, lineOrNull, type ReportingApi } from './api.ts';
import { figureField, type Problems } from './check.ts';
import {
  answered,
  changedFigures,
  conflictOf,
  draftDeleted,
  draftSaved,
  type Entry,
  isUnsaved,
  withNewerAnswer,
  draftToSave,
} from './entry.ts';
import { isIdentical } from './form-values.ts';
import type { Store } from './reporting-form-store.ts';

/** One write, and the rows it concerns. */
export type Task = { ids: readonly string[]; run: () => Promise<void> };

type SyncContext = { store: Store; api: ReportingApi };

const isConflict = (error: unknown): error is ProblemError =>
  error instanceof ProblemError && error.code === 'conflict' && error.current !== undefined;

export const queuedEntries = (store: Store) =>
  [...store.get().entries.values()]
    .filter(({ queued }) => queued !== null)
    .toSorted((one, other) => (one.queued?.order ?? 0) - (other.queued?.order ?? 0));

/** The next write: queued answers in their order, then drafts that are due. */
export function nextTask({ store, api }: SyncContext, isDue: (id: string) => boolean): Task | null {
  const { entries, form } = store.get();
  if (form.lock?.isOpen !== true) return null;
  const queue = queuedEntries(store);
  const [first] = queue;
  if (first?.queued?.kind === 'answer') return task([first], () => submit({ store, api }, first));
  if (first) {
    const end = queue.findIndex(({ queued }) => queued?.kind !== 'confirm');
    const alike = end === -1 ? queue : queue.slice(0, end);
    return task(alike, () => confirm({ store, api }, alike));
  }
  const unsavedEntry = [...entries.values()].find((entry) => canSave(entry) && isDue(entry.row.assignmentId));
  return unsavedEntry ? task([unsavedEntry], () => saveDraft({ store, api }, unsavedEntry)) : null;
}

const task = (entries: readonly Entry[], run: Task['run']): Task => ({
  ids: entries.map(({ row }) => row.assignmentId),
  run,
});

/** A draft is not saved over another window's text before the person has seen it, nor again after a rejection. */
const canSave = (entry: Entry) => isUnsaved(entry) && entry.refused === null && conflictOf(entry)?.with !== 'window';

const saved = (store: Store, at: string) => store.patch({ savedAt: at, link: 'ok' });

async function saveDraft({ store, api }: SyncContext, entry: Entry) {
  const id = entry.row.assignmentId;
  const values = draftToSave(entry);
  if (values === null) {
    await api.deleteDraft(id);
    store.put(id, draftDeleted);
    store.patch({ link: 'ok' });
    return;
  }
  const keep = (draft: Draft) => {
    store.put(id, (now) => draftSaved(now, draft, values));
    saved(store, draft.updatedAt);
  };
  try {
    keep(await api.saveDraft(id, draftBody(entry, values)));
  } catch (error) {
    if (!isConflict(error)) throw error;
    const draft = error.current as Draft;
    // The draft is ours: its response was lost.
    const { progress, note, evidence, figures, onBehalfOf } = draft;
    if (isIdentical({ progress, note, evidence, figures, onBehalfOf }, values)) keep(draft);
    else store.put(id, (now) => ({ ...now, row: { ...now.row, draft } }));
  }
}

function taken(store: Store, id: string, row: ReportedRow, values: Entry['values']) {
  store.put(id, (now) => answered(now, row, values));
  store.patch({ sentIds: [...store.get().sentIds, id] });
  saved(store, row.report?.reportedAt ?? row.draft?.sentAt ?? new Date().toISOString());
}

async function submit({ store, api }: SyncContext, entry: Entry) {
  const id = entry.row.assignmentId;
  const { values } = entry;
  if (values === null) {
    store.put(id, (now) => ({ ...now, queued: null }));
    return;
  }
  try {
    taken(store, id, await api.submit(id, answerBody(entry, values)), values);
  } catch (error) {
    if (!isConflict(error)) throw error;
    store.put(id, (now) => {
      const next = withNewerAnswer(now, error.current as ReportedRow);
      return conflictOf(next) ? next : { ...next, ...figuresSeen(next) };
    });
  }
}

/** Only a figure changed on the server: shows it, and bases the person's figure on the new version. */
function figuresSeen(entry: Entry): Pick<Entry, 'problems' | 'figureVersions'> {
  const changed = changedFigures(entry);
  const problems: Problems = Object.fromEntries(
    changed.map((indicator) => [figureField(indicator), 'figureChanged' as const]),
  );
  const versions = entry.row.figures.map(({ indicator, version }) => [indicator, version] as const);
  return { problems, figureVersions: Object.fromEntries(versions) };
}

async function confirm({ store, api }: SyncContext, entries: readonly Entry[]) {
  const onBehalfOf = lineOrNull(store.get().onBehalfOf);
  const [first] = entries;
  if (entries.length === 1 && first) {
    const id = first.row.assignmentId;
    try {
      taken(store, id, await api.submit(id, { kind: 'confirm', version: first.baseVersion, onBehalfOf }), null);
    } catch (error) {
      if (!isConflict(error)) throw error;
      skip(store, id, error.current as ReportedRow);
    }
    return;
  }
  const assignments = entries.map(({ row, baseVersion: version }) => ({ assignmentId: row.assignmentId, version }));
  const { rows, skipped } = await api.confirmRest({ assignments, onBehalfOf });
  for (const row of rows) taken(store, row.assignmentId, row, null);
  for (const { assignmentId, current } of skipped) skip(store, assignmentId, current);
}

/** Keeps the other person's answer when nothing was typed here. A repeated confirmation counts as sent. */
function skip(store: Store, id: string, current: ReportedRow) {
  if (current.report?.confirmed) taken(store, id, current, null);
  else store.put(id, (now) => answered(now, current, null));
}
