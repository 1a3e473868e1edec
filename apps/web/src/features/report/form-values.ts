import { type Progress, progresses } from '@vointi/shared/measure/progress.ts';
import type { Draft, ReportingRow } from '@vointi/shared/report/contract.ts';

/** The fields of a row, as typed. `figures` holds the edited ones, by the indicator's slug. */
export type FormValues = {
  progress: Progress | null;
  note: string;
  evidence: string;
  figures: Readonly<Record<string, string>>;
  onBehalfOf: string;
};

export const emptyValues: FormValues = { progress: null, note: '', evidence: '', figures: {}, onBehalfOf: '' };

/** The values of this round's answer; empty when there is none. */
export function answerOf({ report }: Pick<ReportingRow, 'report'>): FormValues {
  if (!report || report.progress === null) return emptyValues;
  const { progress, note, evidence, onBehalfOf } = report;
  return {
    ...emptyValues,
    progress,
    note: note?.fi ?? '',
    evidence: evidence?.fi ?? '',
    onBehalfOf: onBehalfOf ?? '',
  };
}

export const valuesOfDraft = ({ progress, note, evidence, figures, onBehalfOf }: Draft): FormValues => ({
  progress,
  note,
  evidence,
  figures,
  onBehalfOf,
});

const filledIn = (figures: FormValues['figures']) =>
  JSON.stringify(
    Object.entries(figures)
      .filter(([, text]) => text.trim() !== '')
      .toSorted(([one], [other]) => (one < other ? -1 : 1)),
  );

/** Whether two answers say the same: outer spaces, empty figures and `onBehalfOf` do not count. */
export const hasSameMeaning = (one: FormValues, other: FormValues): boolean =>
  one.progress === other.progress &&
  one.note.trim() === other.note.trim() &&
  one.evidence.trim() === other.evidence.trim() &&
  filledIn(one.figures) === filledIn(other.figures);

/** Compares character by character: the server stores the draft as typed. */
export const isIdentical = (one: FormValues | null, other: FormValues | null): boolean =>
  one === null || other === null
    ? one === other
    : one.progress === other.progress &&
      one.note === other.note &&
      one.evidence === other.evidence &&
      one.onBehalfOf === other.onBehalfOf &&
      filledIn(one.figures) === filledIn(other.figures);

const isFall = (progress: Progress, previous: Progress | null) =>
  previous !== null && progresses.indexOf(progress) < progresses.indexOf(previous);

/** A red light and a fall need a reason. */
export const needsReason = ({ progress }: FormValues, { previous }: Pick<ReportingRow, 'previous'>): boolean =>
  progress !== null && (progress === 'not_started' || isFall(progress, previous?.progress ?? null));

/** The note of the last answer before this round, as long as this round has none: what may be taken over. */
export const formerNoteOf = ({ previous, report }: Pick<ReportingRow, 'previous' | 'report'>): string =>
  report?.progress ? '' : (previous?.note?.fi ?? '');

/**
 * Chooses a light. The person's own text stays. A former note that was taken over goes when the light needs a reason,
 * because an old text is none. Evidence of a light that stays green stays with it.
 */
export function withLight(
  values: FormValues,
  progress: Progress,
  row: Pick<ReportingRow, 'previous' | 'report'>,
): FormValues {
  const next = { ...values, progress };
  const before = row.report?.progress ? row.report : row.previous;
  const isTakenOver = values.note !== '' && values.note === formerNoteOf(row);
  const note = isTakenOver && needsReason(next, row) && progress !== before?.progress ? '' : values.note;
  const lastEvidence = before?.progress === 'done' ? (before.evidence?.fi ?? '') : '';
  const isOwnEvidence = values.evidence.trim() !== '' && values.evidence !== lastEvidence;
  const evidence = isOwnEvidence ? values.evidence : progress === 'done' ? lastEvidence : '';
  return { ...next, note, evidence };
}

function join(mine: string, theirs: string): string {
  const [one, other] = [mine.trim(), theirs.trim()];
  if (one === '' || other.includes(one)) return other;
  if (other === '' || one.includes(other)) return one;
  return `${one}\n\n${other}`;
}

/** Merges both texts, the person's own first; their own light and figures win. */
export const mergeTexts = (mine: FormValues, theirs: FormValues): FormValues => ({
  progress: mine.progress ?? theirs.progress,
  note: join(mine.note, theirs.note),
  evidence: join(mine.evidence, theirs.evidence),
  figures: { ...theirs.figures, ...mine.figures },
  onBehalfOf: mine.onBehalfOf || theirs.onBehalfOf,
});
