import { expect, it } from 'vitest';
import {
  afterCommand,
  noPresenter,
  type Command,
  type Presenter,
  presenterAt,
} from '@vointi/shared/display/presenter.ts';
import { movesFor } from './presenting.ts';

const now = new Date('2026-11-24T12:00:00Z');
const by = 'phone';
const stateAfter = (...commands: Command[]): Presenter =>
  commands.reduce((state, command) => afterCommand(state, command, now), noPresenter);
/** What the screen does for the last command after the earlier ones. */
const movesAfter = (...commands: Command[]) => movesFor(stateAfter(...commands.slice(0, -1)), stateAfter(...commands));

it.each<[string, Command[], object[]]>([
  ['pauses', [{ do: 'pause' }], [{ do: 'pause', by }]],
  ['goes on', [{ do: 'pause' }, { do: 'resume' }], [{ do: 'resume', by }]],
  [
    'steps',
    [{ do: 'next' }],
    [
      { do: 'step', steps: 1, by },
      { do: 'pause', by },
    ],
  ],
  ['pins', [{ do: 'pin', scene: 'goals', goal: 'a' }], [{ do: 'show', scene: 'goals', goal: 'a', by }]],
  ['unpins', [{ do: 'pin', scene: 'late', goal: null }, { do: 'unpin' }], [{ do: 'resume', by }]],
  ['opens', [{ do: 'open', measure: 'm' }], [{ do: 'open', measure: 'm', by }]],
])('%s', (_, commands, moves) => {
  expect(movesAfter(...commands)).toEqual(moves);
});

it('closes the open measure and goes on', () => {
  expect(movesAfter({ do: 'open', measure: 'm' }, { do: 'close' })).toEqual([
    { do: 'resume', by },
    { do: 'close', by },
  ]);
});

it.each<Command>([
  { do: 'pause' },
  { do: 'next' },
  { do: 'pin', scene: 'late', goal: null },
  { do: 'open', measure: 'm' },
])('goes on when the server says that the meeting is over: $do', (command) => {
  const held = stateAfter(command);
  const over = presenterAt(held, new Date(now.getTime() + 4 * 3_600_000));
  expect(movesFor(held, over)).toContainEqual({ do: 'resume', by });
});

it('catches up with missed commands at once', () => {
  const [first, last] = [stateAfter({ do: 'next' }), stateAfter({ do: 'next' }, { do: 'next' }, { do: 'next' })];
  expect(movesFor(first, last)).toEqual([
    { do: 'step', steps: 2, by },
    { do: 'pause', by },
  ]);
});

it('repeats nothing, and ignores old steps when the page opens', () => {
  const state = stateAfter({ do: 'next' }, { do: 'next' });
  expect(movesFor(state, state)).toEqual([]);
  expect(movesFor(null, state)).toEqual([{ do: 'pause', by }]);
  expect(movesFor(null, stateAfter({ do: 'pin', scene: 'plan', goal: null }))).toEqual([
    { do: 'show', scene: 'plan', goal: null, by },
  ]);
});
