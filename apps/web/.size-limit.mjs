// Budgets of the first load, from the build's own list of what imports what.
import { existsSync, readFileSync, readdirSync } from 'node:fs';

const dist = 'apps/web/dist';
const manifestFile = `${dist}/.vite/manifest.json`;
if (!existsSync(manifestFile)) throw new Error('Build the web app first.');
const manifest = JSON.parse(readFileSync(manifestFile, 'utf8'));

/** Scripts and styles that a page waits for: the entry, the page's own chunk, one language, and all they import. */
function loadOf(sources) {
  const seen = new Set();
  const files = new Set();
  const add = (key) => {
    const chunk = manifest[key];
    if (!chunk) throw new Error(`${key} is not in the build.`);
    if (seen.has(key)) return;
    seen.add(key);
    files.add(chunk.file);
    for (const css of chunk.css ?? []) files.add(css);
    for (const imported of chunk.imports ?? []) add(imported);
  };
  for (const source of sources) add(source);
  return [...files].map((file) => `${dist}/${file}`);
}

function entryOf(name) {
  const page = readFileSync(`${dist}/${name}`, 'utf8');
  const entry = [...page.matchAll(/(?:src|href)="\/(assets\/[^"]+\.(?:js|css))"/g)].map(
    ([, file]) => `${dist}/${file}`,
  );
  if (entry.length === 0) throw new Error(`${name} loads nothing.`);
  return entry;
}

const entry = entryOf('index.html');
const firstLoadOf = (...sources) => [
  ...new Set([...entry, ...loadOf(['src/locales/fi/public/everyPage.messages', ...sources])]),
];
const board = firstLoadOf('src/features/plan/board-page.tsx');
const reporting = firstLoadOf('src/locales/fi/signedIn/everyPage.messages', 'src/features/report/reporting-page.tsx');
// A page of its own, and the words it begins with.
const screen = [
  ...new Set([...entryOf('display.html'), ...loadOf(['display.html', 'src/locales/fi/public/screen.messages'])]),
];
/** What a page with a chart loads besides: the library that draws, and nothing of what is there already. */
const chart = loadOf(['src/domain/indicator/chart/chart.tsx']).filter((file) => !board.includes(file));
const fonts = readdirSync(`${dist}/assets`).filter((file) => file.endsWith('.woff2'));

export default [
  { name: 'Board: JavaScript', path: board.filter((file) => file.endsWith('.js')), gzip: true, limit: '140 kB' },
  {
    name: 'Reporting: JavaScript',
    path: reporting.filter((file) => file.endsWith('.js')),
    gzip: true,
    limit: '170 kB',
  },
  { name: 'Screen: JavaScript', path: screen.filter((file) => file.endsWith('.js')), gzip: true, limit: '110 kB' },
  { name: 'Screen: CSS', path: screen.filter((file) => file.endsWith('.css')), gzip: true, limit: '20 kB' },
  { name: 'Chart: JavaScript', path: chart.filter((file) => file.endsWith('.js')), gzip: true, limit: '140 kB' },
  { name: 'Board: CSS', path: board.filter((file) => file.endsWith('.css')), gzip: true, limit: '20 kB' },
  { name: 'Fonts', path: fonts.map((file) => `${dist}/assets/${file}`), brotli: false, limit: '50 kB' },
];
