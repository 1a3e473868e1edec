import { ownBuild } from './build.ts';

/** What could not be kept at once, as the service was just away, is tried again. */
const againMs = 10 * 60_000;

/** What this page has loaded of the product's own files, and goes on loading: another language comes later. */
function watchFiles(tell: (files: string[]) => Promise<void>) {
  const files = new Set<string>();
  const watch = new PerformanceObserver((list) => {
    const before = files.size;
    for (const { name } of list.getEntries()) {
      const { origin, pathname } = new URL(name, location.href);
      const isFile = origin === location.origin && !pathname.startsWith('/api/') && pathname !== location.pathname;
      if (isFile) files.add(pathname);
    }
    if (files.size > before) void tell([...files]);
  });
  watch.observe({ type: 'resource', buffered: true });
  setInterval(() => void tell([...files]), againMs);
}

/**
 * Keeps the page itself in the browser, for this address only: a television that starts while the service is away shows
 * its last data and not an error of the browser. Only where the browser has it: by https, or on the same machine.
 */
export async function keepPage() {
  if (!('serviceWorker' in navigator) || import.meta.env.DEV) return;
  try {
    await navigator.serviceWorker.register('/display-worker.js', { scope: location.pathname });
    const page = location.pathname;
    watchFiles(async (files) => {
      // The one of now: a release may have brought another since.
      const { active } = await navigator.serviceWorker.ready;
      active?.postMessage({ page, files, build: ownBuild() });
    });
  } catch {
    // Without it the screen works as long as it is not restarted at a bad moment.
  }
}
