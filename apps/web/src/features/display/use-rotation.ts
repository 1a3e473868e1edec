import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { dueAt, positionOf, rotate, startRotation, type Move, type Rotation, type StepRef } from './rotation.ts';

type RunningShow = { rotation: Rotation; position: number; move: (move: Move) => void };

/**
 * Runs the show.
 * @param onTurn called when the next step comes by itself: a new build may load then
 */
export function useRotation(steps: readonly StepRef[], seconds: number, onTurn: () => void): RunningShow {
  const [rotation, setRotation] = useState(() => startRotation(performance.now()));
  const latest = useRef({ steps, seconds, onTurn });
  useLayoutEffect(() => {
    latest.current = { steps, seconds, onTurn };
  });
  const move = useCallback((next: Move) => {
    const { steps: now, seconds: every } = latest.current;
    setRotation((state) => rotate(state, next, { steps: now, seconds: every, now: performance.now() }));
  }, []);
  useEffect(() => {
    const due = dueAt(rotation, seconds);
    const timer = setTimeout(
      () => {
        if (rotation.hold === null) latest.current.onTurn();
        move({ do: 'tick' });
      },
      Math.max(0, due - performance.now()) + 1,
    );
    return () => clearTimeout(timer);
  }, [rotation, seconds, move]);
  return { rotation, position: positionOf(rotation, steps), move };
}
