import { useSyncExternalStore } from 'react';
import { remember, remembered } from './storage.ts';

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

const listeners = new Set<() => void>();
const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

const current = (): Theme => {
  const { theme } = document.documentElement.dataset;
  return theme === 'light' || theme === 'dark' ? theme : 'system';
};

export function setTheme(theme: Theme) {
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
  remember('theme', theme === 'system' ? null : theme);
  for (const listener of listeners) listener();
}

/** Applies a theme that the reader chooses in another tab. */
export function followTheme() {
  globalThis.addEventListener('storage', ({ key }) => {
    if (key !== 'vointi.theme') return;
    const stored = remembered('theme');
    setTheme(stored === 'light' || stored === 'dark' ? stored : 'system');
  });
}

export const useTheme = (): Theme => useSyncExternalStore(subscribe, current);
