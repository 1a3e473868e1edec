const key = 'vointi.display.builds';

/** Which build this page is of; null in development. */
export const ownBuild = (): string | null =>
  [...document.querySelectorAll<HTMLMetaElement>('meta[name="vointi-build"]')].at(-1)?.content || null;

/**
 * Whether to load the page anew for a build: once for each, so that servers of two builds, or a page that is kept
 * somewhere on the way, never make a screen that does nothing but load.
 */
export function isWorthReloading(served: string | null, own: string | null, tried: readonly string[]): boolean {
  return served !== null && own !== null && served !== own && !tried.includes(served);
}

export function triedBuilds(): string[] {
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(key) ?? '[]');
    return Array.isArray(stored) ? stored.filter((one) => typeof one === 'string') : [];
  } catch {
    return [];
  }
}

/** False where nothing can be remembered: then it is not tried at all. */
export function noteTried(build: string): boolean {
  try {
    sessionStorage.setItem(key, JSON.stringify([...triedBuilds(), build].slice(-20)));
    return true;
  } catch {
    return false;
  }
}
