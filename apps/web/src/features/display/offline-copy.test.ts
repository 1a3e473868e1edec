import { afterEach, expect, it, vi } from 'vitest';
import { saveOfflineCopy, loadOfflineCopy } from './offline-copy.ts';

import head from './steps/testing/head.json' with { type: 'json' };

const screenData = (revision: number) => ({
  board: {
    ...head,
    revision,
    counts: { total: 0, not_started: 0, in_progress: 0, done: 0, mixed: 0, not_reported: 0 },
    departments: [],
    goals: [],
  },
  scenes: null,
  own: null,
});

afterEach(() => vi.unstubAllGlobals());

it('deletes the older copy when the new one does not fit', () => {
  const kept = new Map<string, string>();
  let isFull = false;
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => {
      if (isFull) throw new DOMException('', 'QuotaExceededError');
      kept.set(key, value);
    },
    removeItem: (key: string) => kept.delete(key),
  });
  saveOfflineCopy('room', screenData(7) as never);
  expect(loadOfflineCopy('room')?.board.revision).toBe(7);
  isFull = true;
  saveOfflineCopy('room', screenData(8) as never);
  expect(loadOfflineCopy('room')).toBeNull();
});
