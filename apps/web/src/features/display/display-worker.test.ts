import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';

const source = readFileSync(join(import.meta.dirname, '../../../public/display-worker.js'), 'utf8');
const origin = 'https://vointi.example';
const page = '/kuvila/2026/display';

/** The page of a build, as the server sends it; it does not name files that it loads later. */
const html = (build: string) => `<html><head>
  <link rel="icon" href="/icon.svg" type="image/svg+xml" />
  <link rel="preload" href="/api/v1/x" as="fetch" />
  <script src="/guard.js"></script>
  <script type="module" crossorigin src="/assets/entry-${build}.js"></script>
  <link rel="modulepreload" crossorigin href="/assets/base-${build}.js">
  <link rel="stylesheet" crossorigin href="/assets/style-${build}.css">
  <meta name="vointi-build" content="${build}"></head></html>`;

const filesOf = (build: string) =>
  ['entry.js', 'base.js', 'style.css', 'words.js'].map((name) => `/assets/${name.replace('.', `-${build}.`)}`);

/** What the server has, by path; undefined: no such file. */
let served = new Map<string, string>();
const serve = (build: string) => {
  served = new Map([
    [page, html(build)],
    ['/icon.svg', 'icon'],
    ['/guard.js', `guard ${build}`],
    ...filesOf(build).map((path) => [path, path] as const),
  ]);
};

/** A cache of the browser, by path. */
class FakeCache {
  readonly entries = new Map<string, Response>();
  match(path: string) {
    return Promise.resolve(this.entries.get(path)?.clone());
  }
  put(path: string, answer: Response) {
    this.entries.set(path, answer);
    return Promise.resolve();
  }
  keys() {
    return Promise.resolve([...this.entries.keys()].map((path) => ({ url: `${origin}${path}`, path })));
  }
  delete({ path }: { path: string }) {
    return Promise.resolve(this.entries.delete(path));
  }
}

type Handler = (event: object) => void;
let handlers = new Map<string, Handler>();
let stores = new Map<string, FakeCache>();
const kept = async () => {
  const all = [...stores.values()].flatMap(({ entries }) => [...entries]);
  return new Map(await Promise.all(all.map(async ([path, answer]) => [path, await answer.clone().text()] as const)));
};

beforeEach(() => {
  handlers = new Map();
  stores = new Map();
  const self = {
    addEventListener: (name: string, handler: Handler) => handlers.set(name, handler),
    skipWaiting: () => {},
    clients: { claim: () => {} },
    location: { origin },
  };
  const caches = {
    open: (name: string) => {
      const store = stores.get(name) ?? new FakeCache();
      stores.set(name, store);
      return Promise.resolve(store);
    },
    match: async (path: string) => {
      for (const store of stores.values()) {
        const response = await store.match(path);
        if (response) return response;
      }
      return undefined;
    },
    delete: (name: string) => Promise.resolve(stores.delete(name)),
  };
  const fetchLike = (target: string | { url: string }) => {
    const text = served.get(typeof target === 'string' ? target : new URL(target.url).pathname);
    return served.size === 0
      ? Promise.reject(new TypeError('away'))
      : Promise.resolve(new Response(text ?? 'none', { status: text === undefined ? 404 : 200 }));
  };
  // oxlint-disable-next-line no-new-func -- The file is no module: a browser runs it as it is, and so does this.
  new Function('self', 'caches', 'fetch', source)(self, caches, fetchLike);
});

const tell = async (build: string, files = filesOf(build)) => {
  let done: Promise<unknown> = Promise.resolve();
  const waitUntil = (promise: Promise<unknown>) => (done = promise);
  handlers.get('message')?.({ data: { page, files, build }, waitUntil });
  await done;
};
/** The response to the page; null: the worker leaves the request to the browser. */
const ask = async (path: string, more: object = {}): Promise<string | null> => {
  let answer: Promise<Response> | null = null;
  const request = { url: `${origin}${path}`, method: 'GET', mode: 'cors', cache: 'default', ...more };
  handlers.get('fetch')?.({ request, respondWith: (response: Promise<Response>) => (answer = response) });
  return answer === null ? null : (await (answer as Promise<Response>)).text();
};
const isWhole = async (build: string) => {
  const paths = await kept();
  return paths.get(page) === html(build) && filesOf(build).every((path) => paths.has(path));
};

it('caches the page with the files that it names and has loaded since', async () => {
  serve('a');
  await tell('a');
  expect(await isWhole('a')).toBe(true);
  served.clear();
  expect(await ask(page, { mode: 'navigate' })).toBe(html('a'));
  for (const path of [...filesOf('a'), '/icon.svg', '/guard.js']) expect(await ask(path), path).not.toBe('none');
});

it('replaces the cached build when the new page has sent its files, and keeps the former whole until then', async () => {
  serve('a');
  await tell('a');
  serve('b');
  // Before the reload, a page of the former build sends another file.
  await tell('a');
  expect(await isWhole('a')).toBe(true);
  await tell('b');
  expect(await isWhole('b')).toBe(true);
  expect([...(await kept()).keys()].filter((path) => path.includes('-a.'))).toEqual([]);
  expect(await ask('/guard.js')).toBe('guard b');
});

it('keeps the former build whole while a file of the new one fails to load', async () => {
  serve('a');
  await tell('a');
  serve('b');
  served.delete('/assets/base-b.js');
  await tell('b');
  expect(await isWhole('a')).toBe(true);
  serve('b');
  await tell('b');
  expect(await isWhole('b')).toBe(true);
});

it('leaves the files of another screen in the same browser', async () => {
  serve('a');
  const { [0]: entry } = filesOf('a');
  served.set('/display', html('a')).set('/assets/words-sv.js', 'ord');
  const waitUntil = () => {};
  handlers.get('message')?.({
    data: { page: '/display', files: [entry, '/assets/words-sv.js'], build: 'a' },
    waitUntil,
  });
  await tell('a');
  expect((await kept()).get('/assets/words-sv.js')).toBe('ord');
});

it('does not answer a check whether the service is up', async () => {
  serve('a');
  await tell('a');
  expect(await ask(page, { cache: 'no-store' })).toBeNull();
  expect(await ask('/api/v1/display')).toBeNull();
  expect(await ask(page)).not.toBeNull();
});

it('does not cache a page that a proxy sent in place of the service', async () => {
  serve('a');
  await tell('a');
  served.delete(page);
  expect(await ask(page, { mode: 'navigate' })).toBe(html('a'));
  served.set(page, '<h1>Huoltokatko</h1>');
  expect(await ask(page, { mode: 'navigate' })).toBe(html('a'));
  expect(await ask('/esimerkkila/2031/display', { mode: 'navigate' })).toBe('none');
});
