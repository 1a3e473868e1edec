const key = 'vointi.display.builds';
/** After this time a failed build is tried again: its obstacle may be gone. */
const triedMs = 60 * 60_000;

/** When each build was last tried: milliseconds of the browser's clock, by build. */
export type Tried = Readonly<Record<string, number>>;

const buildNamed = (metas: Iterable<HTMLMetaElement>): string | null => [...metas].at(-1)?.content || null;
const selector = 'meta[name="vointi-build"]';

/** The build of this page; null in development. */
export const ownBuild = (): string | null => buildNamed(document.querySelectorAll<HTMLMetaElement>(selector));

/** The build of a fetched page; null: it names none. */
export const buildOfPage = (html: string): string | null =>
  buildNamed(new DOMParser().parseFromString(html, 'text/html').querySelectorAll<HTMLMetaElement>(selector));

/**
 * Whether to reload the page for a build: once an hour for each build. Servers of two builds, or a proxy that caches the
 * page, would otherwise reload the screen in a loop.
 */
export function isWorthReloading(served: string | null, own: string | null, tried: Tried, now: number): boolean {
  if (served === null || own === null || served === own) return false;
  const triedAt = tried[served];
  // A clock that was set back gives no age.
  return triedAt === undefined || Math.abs(now - triedAt) >= triedMs;
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

/** @returns false when the browser stores nothing; the build is then not tried, which would loop */
export function noteTried(build: string, now: number): boolean {
  try {
    const { [build]: _, ...others } = triedBuilds();
    const entries = [...Object.entries(others), [build, now] as const].slice(-20);
    sessionStorage.setItem(key, JSON.stringify(Object.fromEntries(entries)));
    return true;
  } catch {
    return false;
  }
}
