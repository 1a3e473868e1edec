import { isHeld, type Presenter } from '@vointi/shared/display/presenter.ts';
import type { Move } from './rotation.ts';

/**
 * The moves, in order, that bring the screen to the presenter's state.
 * @param before the state that the screen last followed; null: the page has just opened
 */
export function movesFor(before: Presenter | null, after: Presenter): Move[] {
  if (before?.sequence === after.sequence && isHeld(before) === isHeld(after)) return [];
  const by = 'phone';
  const steps = before === null ? 0 : after.steps - before.steps;
  const moves: Move[] = steps === 0 ? [] : [{ do: 'step', steps, by }];
  if (after.pinned) moves.push({ do: 'show', ...after.pinned, by });
  else if (after.isPaused) moves.push({ do: 'pause', by });
  else if (before !== null && isHeld(before) && after.measure === null) moves.push({ do: 'resume', by });
  if (after.measure !== null) moves.push({ do: 'open', measure: after.measure, by });
  else if (before?.measure) moves.push({ do: 'close', by });
  return moves;
}

/** A response may be older than an event that arrived before it. With equal sequences the later wins: it may say that the hold lapsed. */
export const newerOf = (known: Presenter | null, received: Presenter): Presenter =>
  known !== null && known.sequence > received.sequence ? known : received;
