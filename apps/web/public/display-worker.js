// Keeps the page of a meeting-room screen, so that it starts also while the service is away. It knows no data: that is
// kept by the page, which says how old it is.
const store = 'vointi-display-1';
const patience = 5000;

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

/** The page and its files as they are now; those of builds before go. */
async function keep({ page, files }) {
  const cache = await caches.open(store);
  const wanted = [page, ...files];
  await Promise.all(
    wanted.map(async (path) => {
      if (path !== page && (await cache.match(path))) return;
      const answer = await fetch(path, { cache: path === page ? 'no-cache' : 'default' });
      if (answer.ok) await cache.put(path, answer);
    }),
  );
  // Another screen of this browser may have its page here too.
  const kept = await cache.keys();
  const old = kept.filter(({ url }) => {
    const { pathname } = new URL(url);
    return pathname.startsWith('/assets/') && !files.includes(pathname);
  });
  await Promise.all(old.map((request) => cache.delete(request)));
}

/** One after another: a page tells of each file as it comes. */
let keeping = Promise.resolve();
self.addEventListener('message', (event) => {
  keeping = keeping.then(() => keep(event.data)).catch(() => {});
  event.waitUntil(keeping);
});

/** The page comes from the service where it answers in time, and else as it was kept. */
async function page(request) {
  const cache = await caches.open(store);
  try {
    const answer = await fetch(request, { signal: AbortSignal.timeout(patience) });
    if (answer.status < 500) return answer;
  } catch {
    // Not there: what was kept is.
  }
  return (await cache.match(new URL(request.url).pathname)) ?? fetch(request);
}

/** Files are named by their content: what is kept is what would come. */
async function file(request) {
  const kept = await caches.match(request, { ignoreSearch: true });
  return kept ?? fetch(request);
}

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin || pathname.startsWith('/api/')) return;
  if (request.mode === 'navigate') event.respondWith(page(request));
  else event.respondWith(file(request));
});
