import type { Draft, ReportingRow } from '@vointi/shared/report/contract.ts';
import type { ReportedRow } from '@vointi/shared/report/write-contract.ts';
import type { ErrorCode } from '../../lib/problem.ts';
import type { Problems } from './check.ts';
import { answerOf, isIdentical, hasSameMeaning, valuesOfDraft, type FormValues } from './form-values.ts';

/** Waits to be sent, in this order. */
export type Queued = { kind: 'answer' | 'confirm'; order: number };

/** One row: what the server has said of it last, and what is being written. */
export type Entry = {
  row: ReportingRow;
  /** The answer that writing began from, and its version. */
  start: FormValues;
  baseVersion: number;
  /** Null while nothing is being written. */
  values: FormValues | null;
  /** Of the figures being written: the version that each was written from. */
  figureVersions: Readonly<Record<string, number>>;
  /** Own draft as the server has it. */
  savedDraft: FormValues | null;
  draftVersion: number;
  savedAt: string | null;
  queued: Queued | null;
  problems: Problems;
  /** Why the server would not take it, where trying again does not help. */
  refused: ErrorCode | null;
};

/** What this browser remembers of a row that the server has not acknowledged. */
export type LocalCopy = { typed: FormValues | null; baseVersion: number; draftVersion: number; queued: Queued | null };

const versionOf = ({ report }: Pick<ReportingRow, 'report'>) => report?.version ?? 0;

/** Own draft while it is being written; one that waits for the approver is not. */
const writtenIn = ({ draft }: ReportingRow): Draft | null => (draft && draft.sentAt === null ? draft : null);

const closed = (row: ReportingRow): Entry => ({
  row,
  start: row.draft?.sentAt ? valuesOfDraft(row.draft) : answerOf(row),
  baseVersion: versionOf(row),
  values: null,
  figureVersions: {},
  savedDraft: null,
  draftVersion: row.draft?.version ?? 0,
  savedAt: null,
  queued: null,
  problems: {},
  refused: null,
});

/** A row as the page opens, with what this browser remembers of it: what the server has not got is newer. */
export function openEntry(row: ReportingRow, local: LocalCopy | null): Entry {
  const draft = writtenIn(row);
  const fresh = closed(row);
  const entry = draft
    ? {
        ...fresh,
        values: valuesOfDraft(draft),
        savedDraft: valuesOfDraft(draft),
        baseVersion: draft.baseVersion,
        savedAt: draft.updatedAt,
      }
    : fresh;
  if (!local) return entry;
  const { typed: values, queued } = local;
  if (values === null) return queued && versionOf(row) === local.baseVersion ? { ...entry, queued } : entry;
  // It came through, and the browser was gone before it heard.
  const isThrough = versionOf(row) > local.baseVersion || row.draft?.sentAt != null;
  if (isThrough && hasSameMeaning(values, fresh.start)) return entry;
  return { ...entry, values, baseVersion: local.baseVersion, draftVersion: local.draftVersion, queued };
}

export const isChanged = ({ values, start }: Entry): boolean => values !== null && !hasSameMeaning(values, start);

/** What the server should have as the draft. */
export const draftToSave = (entry: Entry): FormValues | null => (isChanged(entry) ? entry.values : null);
export const isUnsaved = (entry: Entry): boolean => !isIdentical(draftToSave(entry), entry.savedDraft);

export const localCopyOf = (entry: Entry): LocalCopy | null =>
  entry.queued || (isUnsaved(entry) && isChanged(entry))
    ? {
        typed: draftToSave(entry),
        baseVersion: entry.baseVersion,
        draftVersion: entry.draftVersion,
        queued: entry.queued,
      }
    : null;

/** Somebody else's answer, or one's own words from another window, that what is typed must not cover unseen. */
export type Conflict =
  | { with: 'answer'; theirs: FormValues; author: string | null; at: string | null }
  | { with: 'window'; theirs: FormValues; at: string };

export function conflictOf(entry: Entry): Conflict | null {
  const { row, values } = entry;
  if (values === null || !isChanged(entry)) return null;
  if (row.report && versionOf(row) > entry.baseVersion && !hasSameMeaning(values, answerOf(row))) {
    const { author, reportedAt: at } = row.report;
    return { with: 'answer', theirs: answerOf(row), author, at };
  }
  const draft = writtenIn(row);
  if (!draft || draft.version <= entry.draftVersion || hasSameMeaning(values, valuesOfDraft(draft))) return null;
  return { with: 'window', theirs: valuesOfDraft(draft), at: draft.updatedAt };
}

/** Goes on with what is chosen, having seen the other. */
export function resolveConflict(entry: Entry, values: FormValues): Entry {
  const { row } = entry;
  const draft = writtenIn(row);
  const start = answerOf(row);
  return {
    ...entry,
    start,
    baseVersion: versionOf(row),
    draftVersion: row.draft?.version ?? 0,
    savedDraft: draft ? valuesOfDraft(draft) : null,
    values: hasSameMeaning(values, start) ? null : values,
    problems: {},
    refused: null,
  };
}

/** The same row as the server has it now; what is being written stays. */
export function refreshRow(entry: Entry, row: ReportingRow): Entry {
  if (entry.queued || isChanged(entry)) return { ...entry, row };
  const fresh = openEntry(row, null);
  // Opened and not written in: it stays open.
  return entry.values !== null && fresh.values === null ? { ...fresh, values: fresh.start } : fresh;
}

export function type(entry: Entry, values: FormValues): Entry {
  const seen = entry.row.figures
    .filter(({ indicator }) => indicator in values.figures)
    .map(({ indicator, version }) => [indicator, entry.figureVersions[indicator] ?? version] as const);
  return { ...entry, values, figureVersions: Object.fromEntries(seen), problems: {}, refused: null };
}

/** Figures that somebody else has given since: what they were and what is typed are to be seen together. */
export const changedFigures = ({ row, figureVersions }: Entry): string[] =>
  row.figures
    .filter(({ indicator, version }) => version > (figureVersions[indicator] ?? version))
    .map(({ indicator }) => indicator);

export const draftSaved = (entry: Entry, draft: Draft, sent: FormValues): Entry => ({
  ...entry,
  row: { ...entry.row, draft },
  savedDraft: sent,
  draftVersion: draft.version,
  savedAt: draft.updatedAt,
});

export const draftDeleted = (entry: Entry): Entry => ({
  ...entry,
  row: { ...entry.row, draft: null },
  savedDraft: null,
  draftVersion: 0,
  savedAt: null,
});

const withReported = (row: ReportingRow, now: ReportedRow): ReportingRow => ({
  ...row,
  state: now.state,
  report: now.report,
  draft: now.draft,
  figures: row.figures.map((figure) => ({
    ...figure,
    ...now.figures.find(({ indicator }) => indicator === figure.indicator),
  })),
});

/** The server took it. What was typed after it was sent goes on as a change of it. */
export function answered(entry: Entry, now: ReportedRow, sent: FormValues | null): Entry {
  const row = withReported(entry.row, now);
  const goesOn = entry.values !== null && sent !== null && !hasSameMeaning(entry.values, sent);
  return goesOn ? { ...closed(row), values: entry.values } : closed(row);
}

/** Somebody else was first: the row is theirs now, and what is typed stays beside it. */
export const withNewerAnswer = (entry: Entry, now: ReportedRow): Entry => ({
  ...entry,
  // A draft of one's own stays: only the answer is somebody else's.
  row: withReported(entry.row, { ...now, draft: now.draft ?? entry.row.draft }),
  queued: null,
});
