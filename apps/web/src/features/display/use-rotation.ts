import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { dueAt, positionOf, rotate, startRotation, type Move, type Rotation, type StepRef } from './rotation.ts';

type Shown = { rotation: Rotation; position: number; move: (move: Move) => void };

/**
 * The show, going on by itself.
 * @param onTurn when another step comes by itself: the moment at which a new build may be loaded
 */
export function useRotation(steps: readonly StepRef[], seconds: number, onTurn: () => void): Shown {
  const [rotation, setRotation] = useState(() => startRotation(performance.now()));
  const latest = useRef({ steps, seconds, onTurn });
  useLayoutEffect(() => {
    latest.current = { steps, seconds, onTurn };
  });
  const move = useCallback((wanted: Move) => {
    const { steps: now, seconds: every } = latest.current;
    setRotation((state) => rotate(state, wanted, { steps: now, seconds: every, now: performance.now() }));
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
