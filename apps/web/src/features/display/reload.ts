import { buildOfPage, isWorthReloading, noteTried, ownBuild, triedBuilds } from './build.ts';

/** How long a page that cannot be drawn, or did not come whole, is left before it is loaded anew. */
const againMs = 30_000;
const patienceMs = 15_000;

/** The page as the service has it now, past everything that keeps pages; null: it does not answer. */
async function fetchPage(): Promise<string | null> {
  try {
    const answer = await fetch(location.href, { cache: 'no-store', signal: AbortSignal.timeout(patienceMs) });
    return answer.ok ? await answer.text() : null;
  } catch {
    return null;
  }
}

/** Loads another build, if the service is there to give it. */
export async function reloadFor(served: string) {
  if (!isWorthReloading(served, ownBuild(), triedBuilds(), Date.now())) return;
  const page = await fetchPage();
  // Of several servers, one that still has the former may have answered; or a proxy, with a page that is not ours.
  if (page === null || buildOfPage(page) !== served) return;
  if (noteTried(served, Date.now())) location.reload();
}

/** In development pages name no build. */
const isOurs = (page: string | null) => page !== null && (buildOfPage(page) !== null || ownBuild() === null);

const isKept = async () =>
  Boolean(navigator.serviceWorker?.controller) && (await caches.match(location.pathname)) !== undefined;

/** Loads the page anew after a while, and as soon as one would come: nobody would take a browser's error off a wall. */
export function reloadSoon() {
  setTimeout(async () => {
    if ((await isKept().catch(() => false)) || isOurs(await fetchPage())) location.reload();
    else reloadSoon();
  }, againMs);
}
