import { buildOfPage, isWorthReloading, noteTried, ownBuild, triedBuilds } from './build.ts';

/** The wait before a page that cannot be drawn, or did not load whole, is reloaded. */
const againMs = 30_000;
const patienceMs = 15_000;

/** The page as the service has it now, past all caches; null: no answer. */
async function fetchPage(): Promise<string | null> {
  try {
    const answer = await fetch(location.href, { cache: 'no-store', signal: AbortSignal.timeout(patienceMs) });
    return answer.ok ? await answer.text() : null;
  } catch {
    return null;
  }
}

/** Reloads the page for another build when the service serves that build. */
export async function reloadFor(served: string) {
  if (!isWorthReloading(served, ownBuild(), triedBuilds(), Date.now())) return;
  const page = await fetchPage();
  // A server of the former build, or a proxy with another page, may have answered.
  if (page === null || buildOfPage(page) !== served) return;
  if (noteTried(served, Date.now())) location.reload();
}

/** Whether the page is the product's. In development pages name no build. */
const isOurs = (page: string | null) => page !== null && (buildOfPage(page) !== null || ownBuild() === null);

const isKept = async () =>
  Boolean(navigator.serviceWorker?.controller) && (await caches.match(location.pathname)) !== undefined;

/** Reloads the page after a while, when a page would load: nobody removes a browser's error from a wall. */
export function reloadSoon() {
  setTimeout(async () => {
    if ((await isKept().catch(() => false)) || isOurs(await fetchPage())) location.reload();
    else reloadSoon();
  }, againMs);
}
