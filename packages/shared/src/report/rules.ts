import { isSameJson } from '../json/is-same-json.ts';
import { type Progress, progresses } from '../measure/progress.ts';
import type { Text } from '../text/text.ts';
import type { FigureValue } from './contract.ts';

/** An answer as it is about to be sent: the words of either language slot, as plain text. */
type Said = { progress: Progress; note: string | null; evidence: string | null; hasFigure: boolean };

const rank = (progress: Progress): number => progresses.indexOf(progress);
const isBlank = (text: string | null): boolean => text === null || text.trim() === '';

/**
 * What an answer still has to say, if anything. Red and a fall need a reason; green that was not green before needs a
 * line of evidence or a figure.
 * @param previous the last answer of the assignment before this round
 */
export function askedOf(
  { progress, note, evidence, hasFigure }: Said,
  previous: Progress | null,
): 'reason' | 'evidence' | null {
  const isFall = previous !== null && rank(progress) < rank(previous);
  if (isBlank(note) && (progress === 'not_started' || isFall)) return 'reason';
  const isNewlyDone = progress === 'done' && previous !== 'done';
  return isNewlyDone && isBlank(evidence) && !hasFigure ? 'evidence' : null;
}

type Previous = { progress: Progress | null; note: string | null };

/** Why "ei muutosta" cannot be said of an assignment: nothing to say again, or a red one that never told its reason. */
export function notConfirmableBecause(previous: Previous | null): 'never_answered' | 'reason_needed' | null {
  if (previous === null || previous.progress === null) return 'never_answered';
  return previous.progress === 'not_started' && isBlank(previous.note) ? 'reason_needed' : null;
}

export const canConfirm = (previous: Previous | null): boolean => notConfirmableBecause(previous) === null;

/** What an answer says, apart from who says it and when. */
export type AnswerContent = {
  progress: Progress | null;
  note: Text | null;
  evidence: Text | null;
  confirmed: boolean;
  onBehalfOf: string | null;
  figures: readonly ({ indicator: string } & FigureValue)[];
};

const contentOf = ({ progress, note, evidence, confirmed, onBehalfOf, figures }: AnswerContent) => ({
  progress,
  note,
  evidence,
  confirmed,
  onBehalfOf,
  figures: figures.map(({ indicator, kind, value }) => JSON.stringify([indicator, kind, value])).toSorted(),
});

/** Whether two answers say the same: a double send is one answer. The order of the figures does not matter. */
export const isSameAnswer = (a: AnswerContent, b: AnswerContent): boolean => isSameJson(contentOf(a), contentOf(b));
