/** What this page has loaded of the product's own files, to be there when the screen is switched on without the service. */
const loadedFiles = () =>
  performance
    .getEntriesByType('resource')
    .map(({ name }) => new URL(name))
    .filter(({ origin, pathname }) => origin === location.origin && !pathname.startsWith('/api/'))
    .map(({ pathname }) => pathname);

/**
 * Keeps the page itself in the browser, for this address only: a television that starts while the service is away shows
 * its last data and not an error of the browser. Only where the browser has it: by https, or on the same machine.
 */
export function keepPage() {
  if (!('serviceWorker' in navigator) || import.meta.env.DEV) return;
  const keep = async () => {
    await navigator.serviceWorker.register('/display-worker.js', { scope: location.pathname });
    const { active } = await navigator.serviceWorker.ready;
    active?.postMessage({ page: location.pathname, files: loadedFiles() });
  };
  // Without it the screen works as long as it is not restarted at a bad moment.
  void keep().catch(() => {});
}
