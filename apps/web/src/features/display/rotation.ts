/** What the room sees: which step of the show, since when, and whether it stays. Times by a clock that only goes forwards. */
export type Rotation = {
  key: string;
  /** For when its step is gone: the next one stands where it was. */
  at: number;
  since: number;
  hold: { kind: 'paused' | 'pinned'; since: number } | null;
  /** The code of the measure that is open over the scene. */
  measure: string | null;
};

/** A page of a scene. Steps of one scene share its name. */
export type StepRef = { key: string; scene: string; goal: string | null };

export type Move =
  | { do: 'tick' }
  | { do: 'step'; by: number }
  | { do: 'pause' | 'resume' | 'toggle' | 'pin' | 'unpin' | 'togglePin' | 'close' }
  | { do: 'show'; scene: string; goal: string | null }
  | { do: 'open'; measure: string };

export type Show = { steps: readonly StepRef[]; seconds: number; now: number };

const minute = 60_000;
/** A key that somebody leant on must not stop the screen for weeks; what was pinned stays for a long meeting. */
const longestHold = { paused: 10 * minute, pinned: 180 * minute } as const;

export const startRotation = (now: number): Rotation => ({ key: '', at: 0, since: now, hold: null, measure: null });

/** The step to show; its key may have gone with the data it was made of. */
export function positionOf({ key, at }: Rotation, steps: readonly StepRef[]): number {
  const found = steps.findIndex((step) => step.key === key);
  return found >= 0 ? found : Math.min(at, Math.max(0, steps.length - 1));
}

/** When the show goes on by itself: the time of the next tick that matters. */
export function dueAt({ since, hold }: Rotation, seconds: number): number {
  return hold ? hold.since + longestHold[hold.kind] : since + seconds * 1000;
}

function goTo(state: Rotation, { steps, now }: Show, at: number): Rotation {
  const to = steps.length === 0 ? 0 : ((at % steps.length) + steps.length) % steps.length;
  return { ...state, key: steps[to]?.key ?? '', at: to, since: now, measure: null };
}

const held = (state: Rotation, kind: 'paused' | 'pinned', now: number): Rotation => ({
  ...state,
  hold: { kind, since: now },
});
const released = (state: Rotation, now: number): Rotation => ({ ...state, hold: null, measure: null, since: now });

export function rotate(state: Rotation, move: Move, show: Show): Rotation {
  const { steps, seconds, now } = show;
  switch (move.do) {
    case 'tick': {
      if (now < dueAt(state, seconds)) return state;
      return state.hold ? released(state, now) : goTo(state, show, positionOf(state, steps) + 1);
    }
    case 'step': {
      // Who steps wants to look: the scene waits, as if paused, and is not pinned to what was left.
      return held(goTo(state, show, positionOf(state, steps) + move.by), 'paused', now);
    }
    case 'show': {
      const at = steps.findIndex(
        ({ scene, goal }) => scene === move.scene && (move.goal === null || goal === move.goal),
      );
      return held(goTo(state, show, at < 0 ? positionOf(state, steps) : at), 'pinned', now);
    }
    case 'toggle':
      return rotate(state, { do: state.hold ? 'resume' : 'pause' }, show);
    case 'togglePin':
      return rotate(state, { do: state.hold?.kind === 'pinned' ? 'unpin' : 'pin' }, show);
    case 'pause':
      return held(state, 'paused', now);
    case 'pin':
      return held(state, 'pinned', now);
    case 'resume':
    case 'unpin':
      return released(state, now);
    case 'open':
      return { ...held(state, state.hold?.kind ?? 'paused', now), measure: move.measure };
    case 'close':
      return state.measure === null
        ? state
        : { ...state, measure: null, hold: state.hold && { ...state.hold, since: now } };
  }
}
