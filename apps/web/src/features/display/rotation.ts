import { presenterHours } from '@vointi/shared/display/presenter.ts';

/** Who holds the show: somebody at the wall by its keys, or a presenter by phone. */
type Holder = 'wall' | 'phone';
type Hold = { kind: 'paused' | 'pinned'; by: Holder; until: number };

/** The state of the show: its step, since when, and whether it is held. Times are monotonic milliseconds. */
export type Rotation = {
  key: string;
  /** Position of the step, for when its key is gone. */
  index: number;
  since: number;
  hold: Hold | null;
  /** The code of the measure that is open over the scene; null: none. */
  measure: string | null;
};

/** A page of a scene. Steps of one scene share its name. */
export type StepRef = { key: string; scene: string; goal: string | null };

type Wish =
  | { do: 'tick' }
  | { do: 'step'; steps: number }
  | { do: 'pause' | 'resume' | 'toggle' | 'pin' | 'unpin' | 'togglePin' | 'close' }
  | { do: 'show'; scene: string; goal: string | null }
  | { do: 'open'; measure: string };
/** Without `by` it comes from the wall. */
export type Move = Wish & { by?: Holder };

export type Show = { steps: readonly StepRef[]; seconds: number; now: number };

const minute = 60_000;
const meeting = presenterHours * 60 * minute;
/**
 * The longest holds. A key pressed by accident must not stop the screen for weeks; a pinned scene lasts a long meeting,
 * and a phone's hold lasts until the time that the phone shows.
 */
const longestHold = {
  wall: { paused: 10 * minute, pinned: meeting },
  phone: { paused: meeting, pinned: meeting },
} as const;

export const startRotation = (now: number): Rotation => ({ key: '', index: 0, since: now, hold: null, measure: null });

/** The position of the step to show; its key may be gone after new data. */
export function positionOf({ key, index }: Rotation, steps: readonly StepRef[]): number {
  const current = steps.findIndex((step) => step.key === key);
  return current >= 0 ? current : Math.min(index, Math.max(0, steps.length - 1));
}

/** When the show goes on by itself (monotonic milliseconds). */
export function dueAt({ since, hold }: Rotation, seconds: number): number {
  return hold ? hold.until : since + seconds * 1000;
}

function goTo(state: Rotation, { steps, now }: Show, target: number): Rotation {
  const to = steps.length === 0 ? 0 : ((target % steps.length) + steps.length) % steps.length;
  return { ...state, key: steps[to]?.key ?? '', index: to, since: now, measure: null };
}

/** A key at the wall does not shorten a phone's hold: the phone shows its end. */
function held(
  state: Rotation,
  kind: Hold['kind'],
  { by = 'wall', now }: { by?: Holder | undefined; now: number },
): Rotation {
  const until = now + longestHold[by][kind];
  const { hold } = state;
  const isPhones = by === 'wall' && hold?.by === 'phone';
  return { ...state, hold: isPhones ? { kind, by: 'phone', until: Math.max(until, hold.until) } : { kind, by, until } };
}
const released = (state: Rotation, now: number): Rotation => ({ ...state, hold: null, measure: null, since: now });

export function rotate(state: Rotation, move: Move, show: Show): Rotation {
  const { steps, seconds, now } = show;
  const who = { by: move.by, now };
  switch (move.do) {
    case 'tick': {
      if (now < dueAt(state, seconds)) return state;
      return state.hold ? released(state, now) : goTo(state, show, positionOf(state, steps) + 1);
    }
    case 'step': {
      // A person who steps wants to look: the new scene is paused, and a pin of the former one ends.
      return held(goTo(state, show, positionOf(state, steps) + move.steps), 'paused', who);
    }
    case 'show': {
      const index = steps.findIndex(
        ({ scene, goal }) => scene === move.scene && (move.goal === null || goal === move.goal),
      );
      return held(goTo(state, show, index < 0 ? positionOf(state, steps) : index), 'pinned', who);
    }
    case 'toggle':
      return rotate(state, { do: state.hold ? 'resume' : 'pause' }, show);
    case 'togglePin':
      return rotate(state, { do: state.hold?.kind === 'pinned' ? 'unpin' : 'pin' }, show);
    case 'pause':
      return held(state, 'paused', who);
    case 'pin':
      return held(state, 'pinned', who);
    case 'resume':
    case 'unpin':
      return released(state, now);
    case 'open':
      return { ...held(state, state.hold?.kind ?? 'paused', who), measure: move.measure };
    case 'close':
      if (state.measure === null) return state;
      return { ...(state.hold ? held(state, state.hold.kind, who) : state), measure: null };
  }
}
