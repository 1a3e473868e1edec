import { type Progress, progresses } from '@vointi/shared/measure/progress.ts';
import type { Draft, ReportingRow } from '@vointi/shared/report/contract.ts';

/** What is being written of an assignment, as typed. Figures: those that were touched, by the slug of the indicator. */
export type Typed = {
  progress: Progress | null;
  note: string;
  evidence: string;
  figures: Readonly<Record<string, string>>;
  onBehalfOf: string;
};

export const nothingTyped: Typed = { progress: null, note: '', evidence: '', figures: {}, onBehalfOf: '' };

/** The answer as it stands in this round; nothing where there is none. */
export function answerOf({ report }: Pick<ReportingRow, 'report'>): Typed {
  if (!report || report.progress === null) return nothingTyped;
  const { progress, note, evidence, onBehalfOf } = report;
  return {
    ...nothingTyped,
    progress,
    note: note?.fi ?? '',
    evidence: evidence?.fi ?? '',
    onBehalfOf: onBehalfOf ?? '',
  };
}

export const typedIn = ({ progress, note, evidence, figures, onBehalfOf }: Draft): Typed => ({
  progress,
  note,
  evidence,
  figures,
  onBehalfOf,
});

const given = (figures: Typed['figures']) =>
  JSON.stringify(
    Object.entries(figures)
      .filter(([, text]) => text.trim() !== '')
      .toSorted(([one], [other]) => (one < other ? -1 : 1)),
  );

/** Whether two say the same of the assignment, whoever they are from. */
export const saysSame = (one: Typed, other: Typed): boolean =>
  one.progress === other.progress &&
  one.note.trim() === other.note.trim() &&
  one.evidence.trim() === other.evidence.trim() &&
  given(one.figures) === given(other.figures);

/** Letter by letter: what the server keeps is what was typed. */
export const isSame = (one: Typed | null, other: Typed | null): boolean =>
  one === null || other === null
    ? one === other
    : one.progress === other.progress &&
      one.note === other.note &&
      one.evidence === other.evidence &&
      one.onBehalfOf === other.onBehalfOf &&
      given(one.figures) === given(other.figures);

const isFall = (progress: Progress, previous: Progress | null) =>
  previous !== null && progresses.indexOf(progress) < progresses.indexOf(previous);

/** Red and a fall are asked why. */
export const asksWhy = ({ progress }: Typed, { previous }: Pick<ReportingRow, 'previous'>): boolean =>
  progress !== null && (progress === 'not_started' || isFall(progress, previous?.progress ?? null));

/**
 * Another light. The last words come along to be gone on from, unless a reason is asked: an old text is no reason. What
 * was typed stays whatever the light.
 */
export function withLight(typed: Typed, progress: Progress, row: Pick<ReportingRow, 'previous' | 'report'>): Typed {
  const next = { ...typed, progress };
  const before = row.report?.progress ? row.report : row.previous;
  const last = before?.note?.fi ?? '';
  const isOwnText = typed.note.trim() !== '' && typed.note !== last;
  const note = isOwnText ? typed.note : asksWhy(next, row) && progress !== before?.progress ? '' : last;
  const lastEvidence = before?.progress === 'done' ? (before.evidence?.fi ?? '') : '';
  const isOwnEvidence = typed.evidence.trim() !== '' && typed.evidence !== lastEvidence;
  const evidence = isOwnEvidence ? typed.evidence : progress === 'done' ? lastEvidence : '';
  return { ...next, note, evidence };
}
