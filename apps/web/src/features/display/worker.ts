/** What this page has loaded of the product's own files, and goes on loading: another language comes later. */
function watchFiles(tell: (files: string[]) => void) {
  const files = new Set<string>();
  const watch = new PerformanceObserver((list) => {
    for (const { name } of list.getEntries()) {
      const { origin, pathname } = new URL(name, location.href);
      if (origin === location.origin && !pathname.startsWith('/api/')) files.add(pathname);
    }
    tell([...files]);
  });
  watch.observe({ type: 'resource', buffered: true });
}

/**
 * Keeps the page itself in the browser, for this address only: a television that starts while the service is away shows
 * its last data and not an error of the browser. Only where the browser has it: by https, or on the same machine.
 */
export async function keepPage() {
  if (!('serviceWorker' in navigator) || import.meta.env.DEV) return;
  try {
    await navigator.serviceWorker.register('/display-worker.js', { scope: location.pathname });
    const { active } = await navigator.serviceWorker.ready;
    watchFiles((files) => active?.postMessage({ page: location.pathname, files }));
  } catch {
    // Without it the screen works as long as it is not restarted at a bad moment.
  }
}
