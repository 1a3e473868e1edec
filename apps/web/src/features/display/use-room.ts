import { useEffect, useState } from 'react';

type Drift = readonly [x: number, y: number];
/** Round in a circle, a few pixels at a time, too slowly to be seen. */
const places: readonly Drift[] = [
  [0, 0],
  [0.3, 0],
  [0.3, 0.3],
  [0, 0.3],
  [-0.3, 0.3],
  [-0.3, 0],
  [-0.3, -0.3],
  [0, -0.3],
  [0.3, -0.3],
];
const driftEveryMs = 3 * 60_000;

/** Where the picture stands just now, so that nothing burns into the panel. */
export function useDrift(): Drift {
  const [at, setAt] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setAt((now) => (now + 1) % places.length), driftEveryMs);
    return () => clearInterval(timer);
  }, []);
  return places[at] ?? [0, 0];
}

/** The television does not go to sleep while the page is seen. Where browsers do not have it, its own settings decide. */
export function useWakeLock() {
  useEffect(() => {
    let lock: WakeLockSentinel | undefined;
    let isOver = false;
    const take = async () => {
      if (document.visibilityState !== 'visible' || isOver || !('wakeLock' in navigator)) return;
      try {
        lock = await navigator.wakeLock.request('screen');
        if (isOver) void lock.release();
        // A lock that the system took is asked for again.
        else lock.addEventListener('release', () => setTimeout(() => void take(), 1000), { once: true });
      } catch {
        // Refused, on battery for example: the next time the page is seen it is asked for again.
      }
    };
    const look = () => void take();
    look();
    document.addEventListener('visibilitychange', look);
    return () => {
      isOver = true;
      document.removeEventListener('visibilitychange', look);
      void lock?.release();
    };
  }, []);
}

const showsForMs = 3000;

/** No arrow stands on a wall; whoever moves the mouse sees it for a moment. */
export function useHiddenCursor() {
  useEffect(() => {
    const { dataset } = document.documentElement;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const hide = () => {
      dataset['cursor'] = 'none';
    };
    const moved = ({ movementX, movementY }: MouseEvent) => {
      // A page that changes under a mouse at rest makes browsers tell of a move.
      if (movementX === 0 && movementY === 0) return;
      delete dataset['cursor'];
      clearTimeout(timer);
      timer = setTimeout(hide, showsForMs);
    };
    hide();
    addEventListener('mousemove', moved);
    return () => {
      clearTimeout(timer);
      delete dataset['cursor'];
      removeEventListener('mousemove', moved);
    };
  }, []);
}
