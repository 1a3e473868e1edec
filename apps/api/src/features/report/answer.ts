import type { FigureInput, ReportInput } from '@vointi/shared/report/write-contract.ts';
import { missingPartOf, isSameAnswer, notConfirmableBecause } from '@vointi/shared/report/rules.ts';
import { hasDay } from '@vointi/shared/text/calendar.ts';
import { AppError, refused } from '../../platform/app-error.ts';
import { type Content, answerToRepeat, type AssignmentInRound } from './assignment-in-round.ts';
import { changedFigures, type Figure } from './write-answer.ts';

/** The answer to write for one assignment. */
export type NewAnswer = Content & { confirmed: boolean; onBehalfOf: string | null; figures: readonly Figure[] };

const invalid = (path: string, message: string) => new AppError('invalid_request', [{ path, message }]);

/** Adds to each figure the id of its indicator. @throws AppError invalid_request */
function figuresOf(assignment: AssignmentInRound, figures: readonly FigureInput[]): Figure[] {
  return figures.map((figure, index) => {
    const path = `body.figures.${index}`;
    const own = assignment.figures.find(({ indicator }) => indicator === figure.indicator);
    if (!own) throw refused(`${path}.indicator`, 'indicator_unknown');
    if (own.kind !== figure.kind) throw invalid(`${path}.kind`, `a figure of the kind ${own.kind}`);
    if (figures.findIndex(({ indicator }) => indicator === figure.indicator) !== index) {
      throw refused(`${path}.indicator`, 'already_there');
    }
    if (figure.kind === 'number' && Number(figure.value.toFixed(own.decimals)) !== figure.value) {
      throw invalid(`${path}.value`, `a number with ${own.decimals} decimals at most`);
    }
    if (figure.kind === 'milestone' && figure.value.length === 10) {
      const [year, month, day] = figure.value.split('-').map(Number);
      if (!hasDay(year ?? 0, month ?? 0, day ?? 0)) throw invalid(`${path}.value`, 'a day of the calendar');
    }
    return { ...figure, id: own.id };
  });
}

/** @throws AppError when there is no answer to repeat, or a figure names no indicator of the measure */
export function newAnswerOf(assignment: AssignmentInRound, input: ReportInput): NewAnswer {
  const { onBehalfOf } = input;
  if (input.kind === 'answer') {
    const { progress, note, evidence } = input;
    return { progress, note, evidence, confirmed: false, onBehalfOf, figures: figuresOf(assignment, input.figures) };
  }
  const last = answerToRepeat(assignment);
  const why = notConfirmableBecause(last && { progress: last.progress, note: last.note?.fi ?? null });
  if (why === 'never_answered' || !last) throw refused('params.assignmentId', 'nothing_to_confirm');
  if (why === 'reason_needed') throw refused('body.note', 'reason_needed');
  return {
    progress: last.progress,
    note: last.note,
    evidence: last.evidence,
    confirmed: true,
    onBehalfOf,
    figures: [],
  };
}

/** @throws AppError when a red light or a fall lacks its reason, or a new green light its evidence or figure */
export function assertReasoned(
  { previous }: AssignmentInRound,
  { progress, note, evidence, figures }: NewAnswer,
): void {
  if (progress === null) return;
  const missing = missingPartOf(
    { progress, note: note?.fi ?? null, evidence: evidence?.fi ?? null, hasFigure: figures.length > 0 },
    previous?.progress ?? null,
  );
  if (missing === 'reason') throw refused('body.note', 'reason_needed');
  if (missing === 'evidence') throw refused('body.evidence', 'evidence_needed');
}

/**
 * Whether the answer is stored already: sent twice, or sent by two people in the same words. "Ei muutosta" repeats the
 * answer that its sender saw, so it counts as stored only when the stored answer repeats that one.
 */
export function isStored(assignment: AssignmentInRound, input: ReportInput): boolean {
  const { report } = assignment;
  if (!report) return false;
  const { onBehalfOf } = input;
  const stored = { ...report, confirmed: false, figures: [] };
  if (input.kind === 'answer') {
    const { progress, note, evidence, figures } = input;
    const known = figures.map((figure) => ({
      ...figure,
      id: assignment.figures.find(({ indicator }) => indicator === figure.indicator)?.id ?? '',
    }));
    const isSame = isSameAnswer(stored, { progress, note, evidence, onBehalfOf, confirmed: false, figures: [] });
    return isSame && changedFigures(assignment, known).length === 0;
  }
  const seen = input.version === 0 ? assignment.previous : assignment.base;
  return (
    report.confirmed && seen !== null && isSameAnswer(stored, { ...seen, onBehalfOf, confirmed: false, figures: [] })
  );
}
