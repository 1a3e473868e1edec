import type { DisplaySettings } from './contract.ts';
import { sceneKinds } from './kind.ts';

/** Settings of a room that is paired without any. */
export const defaultSettings: DisplaySettings = {
  scenes: [...sceneKinds],
  seconds: 20,
  theme: 'dark',
  night: null,
  language: 'fi',
  year: null,
};
