import { expect, it } from 'vitest';
import { afterCommand, type Command, heldUntil, noPresenter, type Presenter, presenterAt } from './presenter.ts';

const at = new Date('2026-11-24T08:00:00Z');
const after = (...commands: Command[]): Presenter =>
  commands.reduce((state, command) => afterCommand(state, command, at), noPresenter);
const goal = { do: 'pin', scene: 'goals', goal: 'osallisuus' } as const;
const open = { do: 'open', measure: 'm-1' } as const;

it.each<[string, Command[], Partial<Presenter>]>([
  ['pause', [{ do: 'pause' }], { isPaused: true, steps: 0 }],
  [
    'resume ends every hold',
    [{ do: 'pause' }, goal, open, { do: 'resume' }],
    { isPaused: false, pinned: null, measure: null },
  ],
  [
    'a step ends a pin and closes a measure, and pauses',
    [goal, open, { do: 'next' }],
    { steps: 1, pinned: null, measure: null, isPaused: true },
  ],
  ['a step stays paused', [{ do: 'pause' }, { do: 'previous' }], { steps: -1, isPaused: true }],
  ['steps add up', [{ do: 'next' }, { do: 'next' }, { do: 'previous' }], { steps: 1 }],
  ['a pin closes the measure', [open, goal], { measure: null, pinned: { scene: 'goals', goal: 'osallisuus' } }],
  [
    'a measure opens over a pinned scene, which stays when it closes',
    [goal, open, { do: 'close' }],
    { measure: null, pinned: { scene: 'goals', goal: 'osallisuus' } },
  ],
  ['unpin', [goal, { do: 'unpin' }], { pinned: null }],
])('%s', (_, commands, expected) => {
  expect(after(...commands)).toMatchObject({ ...expected, sequence: commands.length, at: at.toISOString() });
});

it('ends every hold three hours after the last command, and keeps sequence and steps', () => {
  const state = after({ do: 'next' }, { do: 'pause' }, goal, open);
  const late = (ms: number) => presenterAt(state, new Date(at.getTime() + ms));
  expect(late(3 * 3_600_000)).toEqual(state);
  expect(late(3 * 3_600_000 + 1)).toEqual({ ...state, isPaused: false, pinned: null, measure: null });
  const again = afterCommand(state, { do: 'next' }, new Date(at.getTime() + 24 * 3_600_000));
  expect(again).toMatchObject({ sequence: 5, steps: 2, isPaused: true, pinned: null });
});

it('gives the end of a hold, or null without one', () => {
  expect(heldUntil(noPresenter)).toBeNull();
  expect(heldUntil(after({ do: 'next' }, { do: 'resume' }))).toBeNull();
  for (const command of [{ do: 'pause' }, { do: 'next' }, goal, open] as const) {
    expect(heldUntil(after(command))?.toISOString(), command.do).toBe('2026-11-24T11:00:00.000Z');
  }
});
