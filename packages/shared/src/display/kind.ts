/** Scenes of a screen, in the order of a new room. `goals` is one scene for each goal. */
export const sceneKinds = ['plan', 'goals', 'changes', 'indicators', 'late', 'findings'] as const;
export type SceneKind = (typeof sceneKinds)[number];

export const displayThemes = ['dark', 'light'] as const;

/** waiting: confirmed, but the screen has not fetched its right; live: seen within two minutes. */
export const displayStates = ['waiting', 'live', 'silent'] as const;
export type DisplayState = (typeof displayStates)[number];

export const silentAfterMs = 120_000;

/** @param at the server's clock */
export function displayStateOf(lastSeenAt: Date | null, at: Date): DisplayState {
  if (lastSeenAt === null) return 'waiting';
  return at.getTime() - lastSeenAt.getTime() > silentAfterMs ? 'silent' : 'live';
}
