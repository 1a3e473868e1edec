import type { Draft } from '@vointi/shared/report/contract.ts';
import type { ReportedRow } from '@vointi/shared/report/write-contract.ts';
import { ProblemError } from '../../lib/problem.ts';
import { answerBody, draftBody, lineOrNull } from './body.ts';
import { figureField, type Problems } from './check.ts';
import type { Store } from './desk-store.ts';
import {
  answered,
  changedFigures,
  conflictOf,
  draftGone,
  draftKept,
  type Entry,
  isUnsaved,
  overtaken,
  wantedDraft,
} from './entry.ts';
import { isSame } from './typed.ts';
import type { DeskApi } from './writes.ts';

/** One thing to be written, and the rows it is about. */
export type Deed = { ids: readonly string[]; run: () => Promise<void> };

type Given = { store: Store; api: DeskApi };

const isConflict = (error: unknown): error is ProblemError =>
  error instanceof ProblemError && error.code === 'conflict' && error.current !== undefined;

export const inOrder = (store: Store) =>
  [...store.get().entries.values()]
    .filter(({ queued }) => queued !== null)
    .toSorted((one, other) => (one.queued?.order ?? 0) - (other.queued?.order ?? 0));

/** What a desk has to write next: what was sent, in its order; then drafts that have waited long enough. */
export function nextDeed({ store, api }: Given, isDue: (id: string) => boolean): Deed | null {
  const { entries, desk } = store.get();
  if (desk.lock?.isOpen !== true) return null;
  const queue = inOrder(store);
  const [first] = queue;
  if (first?.queued?.kind === 'answer') return deed([first], () => submit({ store, api }, first));
  if (first) {
    const end = queue.findIndex(({ queued }) => queued?.kind !== 'confirm');
    const alike = end === -1 ? queue : queue.slice(0, end);
    return deed(alike, () => confirm({ store, api }, alike));
  }
  const dirty = [...entries.values()].find((entry) => canSave(entry) && isDue(entry.row.assignmentId));
  return dirty ? deed([dirty], () => saveDraft({ store, api }, dirty)) : null;
}

const deed = (entries: readonly Entry[], run: Deed['run']): Deed => ({
  ids: entries.map(({ row }) => row.assignmentId),
  run,
});

/** Another window's words are not covered before they are seen, and what was refused is not sent again as it is. */
const canSave = (entry: Entry) => isUnsaved(entry) && entry.refused === null && conflictOf(entry)?.with !== 'window';

const saved = (store: Store, at: string) => store.patch({ savedAt: at, link: 'ok' });

async function saveDraft({ store, api }: Given, entry: Entry) {
  const id = entry.row.assignmentId;
  const typed = wantedDraft(entry);
  if (typed === null) {
    await api.deleteDraft(id);
    store.put(id, draftGone);
    store.patch({ link: 'ok' });
    return;
  }
  const keep = (draft: Draft) => {
    store.put(id, (now) => draftKept(now, draft, typed));
    saved(store, draft.updatedAt);
  };
  try {
    keep(await api.saveDraft(id, draftBody(entry, typed)));
  } catch (error) {
    if (!isConflict(error)) throw error;
    const draft = error.current as Draft;
    // Ours, and the answer to it was lost on the way.
    const { progress, note, evidence, figures, onBehalfOf } = draft;
    if (isSame({ progress, note, evidence, figures, onBehalfOf }, typed)) keep(draft);
    else store.put(id, (now) => ({ ...now, row: { ...now.row, draft } }));
  }
}

function taken(store: Store, id: string, row: ReportedRow, typed: Entry['typed']) {
  store.put(id, (now) => answered(now, row, typed));
  store.patch({ sent: [...store.get().sent, id] });
  saved(store, row.report?.reportedAt ?? row.draft?.sentAt ?? new Date().toISOString());
}

async function submit({ store, api }: Given, entry: Entry) {
  const id = entry.row.assignmentId;
  const { typed } = entry;
  if (typed === null) {
    store.put(id, (now) => ({ ...now, queued: null }));
    return;
  }
  try {
    taken(store, id, await api.submit(id, answerBody(entry, typed)), typed);
  } catch (error) {
    if (!isConflict(error)) throw error;
    store.put(id, (now) => {
      const next = overtaken(now, error.current as ReportedRow);
      return conflictOf(next) ? next : { ...next, ...figuresSeen(next) };
    });
  }
}

/** The answer is as it was; a figure is not. Having seen it, the person may send theirs. */
function figuresSeen(entry: Entry): Pick<Entry, 'problems' | 'figureVersions'> {
  const changed = changedFigures(entry);
  const problems: Problems = Object.fromEntries(
    changed.map((indicator) => [figureField(indicator), 'figureChanged' as const]),
  );
  const versions = entry.row.figures.map(({ indicator, version }) => [indicator, version] as const);
  return { problems, figureVersions: Object.fromEntries(versions) };
}

async function confirm({ store, api }: Given, entries: readonly Entry[]) {
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

/** Answered meanwhile: nothing was typed here, so theirs stands. One's own, sent twice, is one's own. */
function skip(store: Store, id: string, current: ReportedRow) {
  if (current.report?.confirmed) taken(store, id, current, null);
  else store.put(id, (now) => answered(now, current, null));
}
