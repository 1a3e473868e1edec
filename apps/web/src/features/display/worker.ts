import { ownBuild } from './build.ts';

/** Retries caching this often: the service may have been away. */
const againMs = 10 * 60_000;

/** Passes on the product's files that this page has loaded, also later ones such as another language. */
function watchFiles(handleFiles: (files: string[]) => Promise<void>) {
  const files = new Set<string>();
  const watch = new PerformanceObserver((list) => {
    const before = files.size;
    for (const { name } of list.getEntries()) {
      const { origin, pathname } = new URL(name, location.href);
      const isFile = origin === location.origin && !pathname.startsWith('/api/') && pathname !== location.pathname;
      if (isFile) files.add(pathname);
    }
    if (files.size > before) void handleFiles([...files]);
  });
  watch.observe({ type: 'resource', buffered: true });
  setInterval(() => void handleFiles([...files]), againMs);
}

/**
 * Caches the page in the browser, for this address only: a television that starts while the service is away shows its
 * last data, not a browser's error. Works where service workers do: over https or on the same machine.
 */
export async function keepPage() {
  if (!('serviceWorker' in navigator) || import.meta.env.DEV) return;
  try {
    await navigator.serviceWorker.register('/display-worker.js', { scope: location.pathname });
    const page = location.pathname;
    watchFiles(async (files) => {
      // The current worker: a release may have replaced it.
      const { active } = await navigator.serviceWorker.ready;
      active?.postMessage({ page, files, build: ownBuild() });
    });
  } catch {
    // Without the cache the screen works until it restarts while the service is away.
  }
}
