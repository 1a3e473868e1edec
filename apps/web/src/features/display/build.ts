const key = 'vointi.display.builds';
/** After so long a build is tried once more: whatever was in its way then may be gone. */
const triedMs = 60 * 60_000;

/** When each build was last tried, by the browser's clock. */
export type Tried = Readonly<Record<string, number>>;

const buildNamed = (metas: Iterable<HTMLMetaElement>): string | null => [...metas].at(-1)?.content || null;
const selector = 'meta[name="vointi-build"]';

/** Which build this page is of; null in development. */
export const ownBuild = (): string | null => buildNamed(document.querySelectorAll<HTMLMetaElement>(selector));

/** Which build a page is of that has been fetched. */
export const buildOfPage = (html: string): string | null =>
  buildNamed(new DOMParser().parseFromString(html, 'text/html').querySelectorAll<HTMLMetaElement>(selector));

/**
 * Whether to load the page anew for a build: once an hour for each, so that servers of two builds, or a page that is
 * kept somewhere on the way, never make a screen that does nothing but load.
 */
export function isWorthReloading(served: string | null, own: string | null, tried: Tried, now: number): boolean {
  if (served === null || own === null || served === own) return false;
  const at = tried[served];
  // A clock that has been set back says nothing of how long ago it was.
  return at === undefined || Math.abs(now - at) >= triedMs;
}

export function triedBuilds(): Tried {
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(key) ?? '{}');
    const entries = typeof stored === 'object' && stored !== null ? Object.entries(stored) : [];
    return Object.fromEntries(entries.filter((entry): entry is [string, number] => typeof entry[1] === 'number'));
  } catch {
    return {};
  }
}

/** False where nothing can be remembered: then it is not tried at all. */
export function noteTried(build: string, now: number): boolean {
  try {
    const { [build]: _, ...others } = triedBuilds();
    const kept = [...Object.entries(others), [build, now] as const].slice(-20);
    sessionStorage.setItem(key, JSON.stringify(Object.fromEntries(kept)));
    return true;
  } catch {
    return false;
  }
}
