import { isSameJson } from '../json/is-same-json.ts';
import { type Progress, progresses } from '../measure/progress.ts';
import type { Text } from '../text/text.ts';
import type { FigureValue } from './contract.ts';

/** An answer before it is sent; texts are plain, of one language. */
type AnswerToSend = { progress: Progress; note: string | null; evidence: string | null; hasFigure: boolean };

const rank = (progress: Progress): number => progresses.indexOf(progress);
const isBlank = (text: string | null): boolean => text === null || text.trim() === '';

/**
 * What an answer still lacks; null: nothing. Red and a fall need a reason; green that was not green before needs
 * evidence or a figure.
 * @param previous the light of the last answer before this round
 */
export function missingPartOf(
  { progress, note, evidence, hasFigure }: AnswerToSend,
  previous: Progress | null,
): 'reason' | 'evidence' | null {
  const isFall = previous !== null && rank(progress) < rank(previous);
  if (isBlank(note) && (progress === 'not_started' || isFall)) return 'reason';
  const isNewlyDone = progress === 'done' && previous !== 'done';
  return isNewlyDone && isBlank(evidence) && !hasFigure ? 'evidence' : null;
}

type Previous = { progress: Progress | null; note: string | null };

/** Why "ei muutosta" (no change) is not possible: there is no answer to repeat, or a red one has no reason. */
export function notConfirmableBecause(previous: Previous | null): 'never_answered' | 'reason_needed' | null {
  if (previous === null || previous.progress === null) return 'never_answered';
  return previous.progress === 'not_started' && isBlank(previous.note) ? 'reason_needed' : null;
}

export const canConfirm = (previous: Previous | null): boolean => notConfirmableBecause(previous) === null;

/** The content of an answer, without its author and time. */
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

/** Whether two answers have the same content, whatever the order of their figures: a double send is one answer. */
export const isSameAnswer = (a: AnswerContent, b: AnswerContent): boolean => isSameJson(contentOf(a), contentOf(b));
