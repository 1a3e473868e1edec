// Keeps the page of a meeting-room screen, so that it starts also while the service is away. It knows no data: that is
// kept by the page, which says how old it is.
const legacy = 'vointi-display-1';
const storeOf = (page) => `vointi-display-2:${page}`;
const patience = 5000;
const keepPatience = 30_000;
const isNamedByContent = (path) => path.startsWith('/assets/');

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

/** What a page names itself, without which it does not start: scripts, what they import, styles, the font. */
const filesIn = (html) =>
  [...html.matchAll(/<(?:script|link)\b[^>]*?\s(?:src|href)="(\/[^"]+)"/g)]
    .map(([, path]) => path)
    .filter((path) => !path.startsWith('/api/'));
const buildIn = (html) => [...html.matchAll(/<meta name="vointi-build" content="([^"]*)"/g)].at(-1)?.[1] ?? null;

async function get(path) {
  // A file that is named by its content never changes; whatever else there is may have.
  const cache = isNamedByContent(path) ? 'default' : 'no-cache';
  const answer = await fetch(path, { cache, signal: AbortSignal.timeout(keepPatience) });
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}.`);
  return answer;
}

/**
 * The page and everything it needs, of one build: files first, the page when all of them are there, and only then those
 * of builds before go. Whatever comes in between, what is kept starts.
 * @param files what the page that tells has loaded so far, also what its own text does not name
 * @param build of the page that tells
 */
async function keep({ page, files, build }) {
  const answer = await get(page);
  const html = await answer.clone().text();
  // There is a new build already. It is kept when it has been started, and tells what it needs.
  if (buildIn(html) !== build) return;
  const cache = await caches.open(storeOf(page));
  const own = filesIn(html);
  const wanted = new Set([...own, ...files]);
  await Promise.all(
    [...wanted].map(async (path) => {
      if (isNamedByContent(path) && (await cache.match(path))) return;
      const file = await get(path).catch((error) => {
        // What the product's own pages do not name, a page starts without.
        if (isNamedByContent(path) || own.includes(path)) throw error;
      });
      if (file) await cache.put(path, file);
    }),
  );
  await cache.put(page, answer);
  const kept = await cache.keys();
  const old = kept.filter(({ url }) => {
    const { pathname } = new URL(url);
    return pathname !== page && !wanted.has(pathname);
  });
  await Promise.all(old.map((request) => cache.delete(request)));
  await caches.delete(legacy);
}

/** One after another: a page tells of each file as it comes. */
let keeping = Promise.resolve();
self.addEventListener('message', (event) => {
  keeping = keeping.then(() => keep(event.data)).catch(() => {});
  event.waitUntil(keeping);
});

const kept = (request) => caches.match(new URL(request.url).pathname, { ignoreVary: true });

/** Whether the service has answered, and not something in front of it: its pages name their build, also that nothing is there. */
async function isOurs(request, answer) {
  if (request.mode !== 'navigate') return answer.ok;
  return answer.type === 'opaqueredirect' || buildIn(await answer.clone().text()) !== null;
}

/** What may change comes from the service where it answers in time, and else as it was kept. */
async function newest(request) {
  let answer;
  try {
    answer = await fetch(request, { signal: AbortSignal.timeout(patience) });
    if (await isOurs(request, answer)) return answer;
  } catch {
    // Not there: what was kept is.
  }
  return (await kept(request)) ?? answer ?? fetch(request);
}

/** Files that are named by their content: what is kept is what would come. */
const file = async (request) => (await kept(request)) ?? fetch(request);

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin || pathname.startsWith('/api/')) return;
  // Whoever asks so wants to know whether the service is there.
  if (request.cache === 'no-store') return;
  event.respondWith(isNamedByContent(pathname) ? file(request) : newest(request));
});
