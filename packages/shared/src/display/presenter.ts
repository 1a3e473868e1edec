import type { SceneKind } from './kind.ts';

/**
 * What a presenter wants of a room's screen. It is a state and not a row of orders: a screen that was away does what
 * holds now, whichever commands it has missed.
 */
export type Presenter = {
  /** Grows by one with each command: whoever has a greater one has the newer state. */
  sequence: number;
  isPaused: boolean;
  /** All steps forwards less all steps backwards. A screen steps by how much this has changed since it last looked. */
  steps: number;
  /** The scene that stays; `goal` for the one scene of it. Null: they take turns. */
  pinned: { scene: SceneKind; goal: string | null } | null;
  /** The code of the measure that is open over the whole screen. */
  measure: string | null;
  /** The last command's time by the server's clock; null: there has been none. */
  at: string | null;
};

export type Command =
  | { do: 'pause' | 'resume' | 'next' | 'previous' | 'unpin' | 'close' }
  | { do: 'pin'; scene: SceneKind; goal: string | null }
  | { do: 'open'; measure: string };

export const noPresenter: Presenter = {
  sequence: 0,
  isPaused: false,
  steps: 0,
  pinned: null,
  measure: null,
  at: null,
};

/** So long after the last command the meeting is over: a screen that was left paused goes on by itself. */
export const presenterHours = 3;

const rest = { isPaused: false, pinned: null, measure: null } as const;

/** Whether the screen waits, rather than going on by itself. */
export const isHeld = ({ isPaused, pinned, measure }: Presenter): boolean =>
  isPaused || pinned !== null || measure !== null;

const endOf = (at: string): Date => new Date(Date.parse(at) + presenterHours * 3_600_000);

/** Whether the last command is so long ago that it holds no more. */
export const isMeetingOver = (at: string, now: Date): boolean => now > endOf(at);

/** Until when the screen waits unless there is another command; null: it does not. */
export const heldUntil = (state: Presenter): Date | null =>
  state.at !== null && isHeld(state) ? endOf(state.at) : null;

/** What still holds of it. @param now the server's clock */
export function presenterAt(state: Presenter, now: Date): Presenter {
  const isOver = state.at === null || isMeetingOver(state.at, now);
  return isOver ? { ...state, ...rest } : state;
}

/** The state after a command. */
export function afterCommand(before: Presenter, command: Command, now: Date): Presenter {
  const state = presenterAt(before, now);
  return { ...state, ...changeBy(state, command), sequence: before.sequence + 1, at: now.toISOString() };
}

/** Who steps wants to look: the screen waits where it was led. */
const led = { isPaused: true, pinned: null, measure: null } as const;

function changeBy({ steps }: Presenter, command: Command): Partial<Presenter> {
  switch (command.do) {
    case 'pause':
      return { isPaused: true };
    case 'resume':
      return rest;
    case 'next':
      return { ...led, steps: steps + 1 };
    case 'previous':
      return { ...led, steps: steps - 1 };
    case 'pin':
      return { pinned: { scene: command.scene, goal: command.goal }, measure: null };
    case 'unpin':
      return { pinned: null };
    case 'open':
      return { measure: command.measure };
    case 'close':
      return { measure: null };
  }
}
