import type { SceneKind } from './kind.ts';

/**
 * The state that a presenter wants of a room's screen. It is a state, not a list of commands: a screen that was away
 * follows the current state and needs no missed command.
 */
export type Presenter = {
  /** Grows by one with each command: the greater one is newer. */
  sequence: number;
  isPaused: boolean;
  /** Steps forwards minus steps backwards. A screen moves by the change since its last state. */
  steps: number;
  /** The pinned scene, with its goal if it has one. Null: scenes take turns. */
  pinned: { scene: SceneKind; goal: string | null } | null;
  /** The code of the measure that is open over the whole screen; null: none. */
  measure: string | null;
  /** Time of the last command by the server's clock; null: none. */
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

/** After this time without a command the meeting counts as over, and a paused screen goes on. */
export const presenterHours = 3;

const rest = { isPaused: false, pinned: null, measure: null } as const;

/** Whether the screen stands still. */
export const isHeld = ({ isPaused, pinned, measure }: Presenter): boolean =>
  isPaused || pinned !== null || measure !== null;

const endOf = (at: string): Date => new Date(Date.parse(at) + presenterHours * 3_600_000);

/** Whether the last command has lapsed. */
export const isMeetingOver = (at: string, now: Date): boolean => now > endOf(at);

/** When the hold ends without another command; null: no hold. */
export const heldUntil = (state: Presenter): Date | null =>
  state.at !== null && isHeld(state) ? endOf(state.at) : null;

/** The state without lapsed holds. @param now the server's clock */
export function presenterAt(state: Presenter, now: Date): Presenter {
  const isOver = state.at === null || isMeetingOver(state.at, now);
  return isOver ? { ...state, ...rest } : state;
}

/** The state after a command. */
export function afterCommand(before: Presenter, command: Command, now: Date): Presenter {
  const state = presenterAt(before, now);
  return { ...state, ...changeBy(state, command), sequence: before.sequence + 1, at: now.toISOString() };
}

/** A step also pauses, because the presenter wants to look at the scene. */
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
