import { describe, expect, it } from 'vitest';
import { dueAt, positionOf, rotate, startRotation, type Move, type Rotation } from './rotation.ts';

const steps = [
  { key: 'plan/0', scene: 'plan', goal: null },
  { key: 'goals/a/0', scene: 'goals', goal: 'a' },
  { key: 'goals/b/0', scene: 'goals', goal: 'b' },
];
const show = (now: number) => ({ steps, seconds: 20, now });
/** Applies moves at their times; returns the key of the shown step. */
const after = (...moves: [now: number, move: Move][]): Rotation =>
  moves.reduce((state, [now, move]) => rotate(state, move, show(now)), startRotation(0));
const keyOf = (state: Rotation) => steps[positionOf(state, steps)]?.key;
const tick: Move = { do: 'tick' };

describe('the show', () => {
  it('goes on after its seconds, not before, and restarts at the end', () => {
    expect(keyOf(after([19_999, tick]))).toBe('plan/0');
    expect(keyOf(after([20_000, tick]))).toBe('goals/a/0');
    expect(keyOf(after([20_000, tick], [40_000, tick], [60_000, tick]))).toBe('plan/0');
  });

  it('stands still while paused, and goes on after the longest hold', () => {
    const paused = after([5000, { do: 'toggle' }], [300_000, tick]);
    expect(keyOf(paused)).toBe('plan/0');
    expect(paused.hold?.kind).toBe('paused');
    expect(after([5000, { do: 'toggle' }], [605_000, tick]).hold).toBeNull();
    expect(dueAt(after([5000, { do: 'toggle' }], [605_000, tick]), 20)).toBe(625_000);
  });

  it('steps in both directions, and then pauses', () => {
    expect(keyOf(after([1000, { do: 'step', steps: -1 }]))).toBe('goals/b/0');
    const stepped = after([1000, { do: 'step', steps: 1 }], [30_000, tick]);
    expect([keyOf(stepped), stepped.hold?.kind]).toEqual(['goals/a/0', 'paused']);
  });

  it('keeps a pinned scene through a long meeting', () => {
    const pinned = after([1000, { do: 'togglePin' }], [2 * 3_600_000, tick]);
    expect([keyOf(pinned), pinned.hold?.kind]).toEqual(['plan/0', 'pinned']);
    expect(after([1000, { do: 'togglePin' }], [2000, { do: 'togglePin' }]).hold).toBeNull();
  });

  it('holds for a phone until the end that the phone shows, and for a key ten minutes', () => {
    const [nearly, over] = [10_799_000, 10_801_000];
    const wishes: Move[] = [
      { do: 'pause' },
      { do: 'step', steps: 1 },
      { do: 'show', scene: 'goals', goal: 'b' },
      { do: 'open', measure: 'liikkuva-koulu' },
    ];
    for (const wish of wishes) {
      const move = { ...wish, by: 'phone' } as const;
      expect(after([0, move], [nearly, tick]).hold, wish.do).not.toBeNull();
      expect(after([0, move], [over, tick]).hold, wish.do).toBeNull();
    }
    expect(after([0, { do: 'open', measure: 'liikkuva-koulu' }], [601_000, tick]).measure).toBeNull();
  });

  it('lets a key at the wall end a phone’s hold, not shorten it', () => {
    const both = after([0, { do: 'pause', by: 'phone' }], [1000, { do: 'step', steps: 1 }], [3_600_000, tick]);
    expect([keyOf(both), both.hold?.kind]).toEqual(['goals/a/0', 'paused']);
    const opened = after(
      [0, { do: 'pause', by: 'phone' }],
      [1000, { do: 'open', measure: 'm' }],
      [2000, { do: 'close' }],
    );
    expect(rotate(opened, tick, show(3_600_000)).hold).not.toBeNull();
    expect(after([0, { do: 'pause', by: 'phone' }], [1000, { do: 'toggle' }]).hold).toBeNull();
  });

  it('shows the requested scene, and stays when there is no such scene', () => {
    expect(keyOf(after([1000, { do: 'show', scene: 'goals', goal: 'b' }]))).toBe('goals/b/0');
    expect(keyOf(after([1000, { do: 'show', scene: 'late', goal: null }]))).toBe('plan/0');
  });

  it('opens a measure over the scene, and shows the same scene after it closes', () => {
    const open = after([20_000, tick], [21_000, { do: 'open', measure: 'liikkuva-koulu' }], [200_000, tick]);
    expect([open.measure, keyOf(open)]).toEqual(['liikkuva-koulu', 'goals/a/0']);
    const closed = rotate(open, { do: 'close' }, show(201_000));
    expect([closed.measure, keyOf(closed), closed.hold?.kind]).toEqual([null, 'goals/a/0', 'paused']);
  });

  it('stays near its position when its step is gone', () => {
    const state = after([20_000, tick], [40_000, tick]);
    const fewer = steps.slice(0, 2);
    expect(fewer[positionOf(state, fewer)]?.key).toBe('goals/a/0');
    expect(positionOf(state, [])).toBe(0);
    expect(rotate(state, tick, { steps: [], seconds: 20, now: 90_000 }).key).toBe('');
  });
});
