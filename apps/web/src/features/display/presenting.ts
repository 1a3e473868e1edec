import type { Presenter } from '@vointi/shared/display/presenter.ts';
import type { Move } from './rotation.ts';

/**
 * What to do, one after another, to be where a presenter wants the screen.
 * @param before what was last done of it; null when the page has just been opened
 */
export function movesFor(before: Presenter | null, after: Presenter): Move[] {
  if (before?.sequence === after.sequence && before.isPaused === after.isPaused) return [];
  const steps = before === null ? 0 : after.steps - before.steps;
  const moves: Move[] = steps === 0 ? [] : [{ do: 'step', by: steps }];
  const wasHeld = before !== null && (before.isPaused || before.pinned !== null || before.measure !== null);
  if (after.pinned) moves.push({ do: 'show', ...after.pinned });
  else if (after.isPaused) moves.push({ do: 'pause' });
  // Steps alone wait a while by themselves; the end of what was held goes on at once.
  else if (steps === 0 && wasHeld && after.measure === null) moves.push({ do: 'resume' });
  if (after.measure !== null) moves.push({ do: 'open', measure: after.measure });
  else if (before?.measure) moves.push({ do: 'close' });
  return moves;
}
