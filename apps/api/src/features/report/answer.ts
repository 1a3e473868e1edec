import type { FigureInput, ReportInput } from '@vointi/shared/report/write-contract.ts';
import { missingPartOf, isSameAnswer, notConfirmableBecause } from '@vointi/shared/report/rules.ts';
import { hasDay } from '@vointi/shared/text/calendar.ts';
import { AppError, refused } from '../../platform/app-error.ts';
import { type Content, answerToRepeat, type AssignmentInRound } from './assignment-in-round.ts';
import { changedFigures, type Figure } from './write-answer.ts';

/** What is to be written of one assignment. */
export type NewAnswer = Content & { confirmed: boolean; onBehalfOf: string | null; figures: readonly Figure[] };

const invalid = (path: string, message: string) => new AppError('invalid_request', [{ path, message }]);

/** The indicators that the figures are of. @throws AppError invalid_request */
function figuresOf(assignment: AssignmentInRound, given: readonly FigureInput[]): Figure[] {
  return given.map((figure, at) => {
    const path = `body.figures.${at}`;
    const own = assignment.figures.find(({ indicator }) => indicator === figure.indicator);
    if (!own) throw refused(`${path}.indicator`, 'indicator_unknown');
    if (own.kind !== figure.kind) throw invalid(`${path}.kind`, `a figure of the kind ${own.kind}`);
    if (given.findIndex(({ indicator }) => indicator === figure.indicator) !== at) {
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

/** @throws AppError when there is nothing to say again, or a figure is of no indicator of the measure */
export function newAnswerOf(assignment: AssignmentInRound, input: ReportInput): NewAnswer {
  const { onBehalfOf } = input;
  if (input.kind === 'answer') {
    const { progress, note, evidence } = input;
    return { progress, note, evidence, confirmed: false, onBehalfOf, figures: figuresOf(assignment, input.figures) };
  }
  const said = answerToRepeat(assignment);
  const why = notConfirmableBecause(said && { progress: said.progress, note: said.note?.fi ?? null });
  if (why === 'never_answered' || !said) throw refused('params.assignmentId', 'nothing_to_confirm');
  if (why === 'reason_needed') throw refused('body.note', 'reason_needed');
  return {
    progress: said.progress,
    note: said.note,
    evidence: said.evidence,
    confirmed: true,
    onBehalfOf,
    figures: [],
  };
}

/** @throws AppError when red, a fall or green lacks what it needs */
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
 * Whether the answer is there already: sent twice, or said in the same words by two. "Ei muutosta" means what its sender
 * saw, and is the same only when that was said again.
 */
export function isThere(assignment: AssignmentInRound, input: ReportInput): boolean {
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
    const isSaid = isSameAnswer(stored, { progress, note, evidence, onBehalfOf, confirmed: false, figures: [] });
    return isSaid && changedFigures(assignment, known).length === 0;
  }
  const seen = input.version === 0 ? assignment.previous : assignment.base;
  return (
    report.confirmed && seen !== null && isSameAnswer(stored, { ...seen, onBehalfOf, confirmed: false, figures: [] })
  );
}
