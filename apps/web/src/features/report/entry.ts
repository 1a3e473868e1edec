import type { Draft, ReportingRow } from '@vointi/shared/report/contract.ts';
import type { ReportedRow } from '@vointi/shared/report/write-contract.ts';
import type { ErrorCode } from '../../lib/problem.ts';
import type { Problems } from './check.ts';
import { answerOf, isIdentical, hasSameMeaning, valuesOfDraft, type FormValues } from './form-values.ts';

/** Waits to be sent; lower `order` first. */
export type Queued = { kind: 'answer' | 'confirm'; order: number };

/** One row: the server's last state of it, and what the person writes. */
export type Entry = {
  row: ReportingRow;
  /** The answer that the person started from, and its version. */
  start: FormValues;
  baseVersion: number;
  /** Null while the row is not open for editing. */
  values: FormValues | null;
  /** For each figure in `values`: the version that the person saw. */
  figureVersions: Readonly<Record<string, number>>;
  /** The person's own draft as the server has it. */
  savedDraft: FormValues | null;
  draftVersion: number;
  savedAt: string | null;
  queued: Queued | null;
  problems: Problems;
  /** Why the server rejected the row, when a retry does not help. */
  refused: ErrorCode | null;
};

/**
 * What this browser stores of a row until the server acknowledges it. Its keys stay as they are: browsers hold copies
 * of former releases.
 */
export type LocalCopy = { typed: FormValues | null; baseVersion: number; draftVersion: number; queued: Queued | null };

const versionOf = ({ report }: Pick<ReportingRow, 'report'>) => report?.version ?? 0;

/** The person's own draft, unless it was sent and waits for the approver. */
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

/** A row as the page opens. The local copy wins over the server's draft: the server has not received it. */
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
  // The server took it, and the browser closed before the response.
  const isThrough = versionOf(row) > local.baseVersion || row.draft?.sentAt != null;
  if (isThrough && hasSameMeaning(values, fresh.start)) return entry;
  return { ...entry, values, baseVersion: local.baseVersion, draftVersion: local.draftVersion, queued };
}

export const isChanged = ({ values, start }: Entry): boolean => values !== null && !hasSameMeaning(values, start);

/** The values that the server should hold as the draft; null: none. */
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

/** Another person's answer, or the person's own draft from another window, that `values` would overwrite unseen. */
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

/** Continues with the chosen values, based on the newest versions. */
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

/** Takes the server's newest state of the row and keeps what the person writes. */
export function refreshRow(entry: Entry, row: ReportingRow): Entry {
  if (entry.queued || isChanged(entry)) return { ...entry, row };
  const fresh = openEntry(row, null);
  // Open and unchanged: it stays open.
  return entry.values !== null && fresh.values === null ? { ...fresh, values: fresh.start } : fresh;
}

export function type(entry: Entry, values: FormValues): Entry {
  const seen = entry.row.figures
    .filter(({ indicator }) => indicator in values.figures)
    .map(({ indicator, version }) => [indicator, entry.figureVersions[indicator] ?? version] as const);
  return { ...entry, values, figureVersions: Object.fromEntries(seen), problems: {}, refused: null };
}

/** Figures that changed on the server after the person saw them. */
export const changedFigures = ({ row, figureVersions }: Entry): string[] =>
  row.figures
    .filter(({ indicator, version }) => version > (figureVersions[indicator] ?? version))
    .map(({ indicator }) => indicator);

export const draftSaved = (entry: Entry, draft: Draft, sentValues: FormValues): Entry => ({
  ...entry,
  row: { ...entry.row, draft },
  savedDraft: sentValues,
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
  waitingSince: now.waitingSince,
  report: now.report,
  draft: now.draft,
  figures: row.figures.map((figure) => ({
    ...figure,
    ...now.figures.find(({ indicator }) => indicator === figure.indicator),
  })),
});

/** The server took the answer. Text typed after it was sent becomes a change of it. */
export function answered(entry: Entry, now: ReportedRow, sentValues: FormValues | null): Entry {
  const row = withReported(entry.row, now);
  const goesOn = entry.values !== null && sentValues !== null && !hasSameMeaning(entry.values, sentValues);
  return goesOn ? { ...closed(row), values: entry.values } : closed(row);
}

/** Another person answered first: the row shows their answer, and the person's values stay beside it. */
export const withNewerAnswer = (entry: Entry, now: ReportedRow): Entry => ({
  ...entry,
  // The person's own draft stays: only the answer is another's.
  row: withReported(entry.row, { ...now, draft: now.draft ?? entry.row.draft }),
  queued: null,
});
