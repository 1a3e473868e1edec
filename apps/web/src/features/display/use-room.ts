import { useEffect, useState } from 'react';

type Drift = readonly [x: number, y: number];
/** Offsets around a small square, a few pixels apart, too slow to notice. */
const offsets: readonly Drift[] = [
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

/** The current offset of the picture, which prevents burn-in. */
export function useDrift(): Drift {
  const [index, setIndex] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setIndex((now) => (now + 1) % offsets.length), driftEveryMs);
    return () => clearInterval(timer);
  }, []);
  return offsets[index] ?? [0, 0];
}

/** Keeps the television awake while the page is visible. Without browser support its own settings decide. */
export function useWakeLock() {
  useEffect(() => {
    let lock: WakeLockSentinel | undefined;
    let isOver = false;
    const take = async () => {
      if (document.visibilityState !== 'visible' || isOver || !('wakeLock' in navigator)) return;
      try {
        lock = await navigator.wakeLock.request('screen');
        if (isOver) void lock.release();
        // Requests the lock again after the system released it.
        else lock.addEventListener('release', () => setTimeout(() => void take(), 1000), { once: true });
      } catch {
        // Refused, for example on battery: requested again when the page becomes visible.
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

/** Hides the cursor; moving the mouse shows it for a moment. */
export function useHiddenCursor() {
  useEffect(() => {
    const { dataset } = document.documentElement;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const hide = () => {
      dataset['cursor'] = 'none';
    };
    const moved = ({ movementX, movementY }: MouseEvent) => {
      // Browsers report a move when the page changes under a resting mouse.
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
