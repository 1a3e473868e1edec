import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startProduct, type Product } from '../product.ts';
import { benchReadBoard } from './board-read.ts';
import { benchCatalogue } from './catalogue.ts';
import { benchServedBoard } from './board-served.ts';
import { print, printNotRun, wallMs } from './figures.ts';
import { benchDeadlineDay } from './deadline-day.ts';
import { benchListeners } from './listeners.ts';
import { benchSignIn } from './sign-in.ts';
import { benchSubmit } from './submit.ts';
import { ask, closeHttp, load, metric } from './http.ts';

const boards = ['kouvola/plans/2024', 'esimerkkila/plans/2026'].map((plan) => `/api/v1/municipalities/${plan}/board`);
const folder = mkdtempSync(join(tmpdir(), 'vointi-bench-'));
const dataDir = join(folder, 'data');
let product: Product | undefined;

/** The parts to run, by words of their names: `npm run bench -- deadline`; all by default. */
const wanted = process.argv.slice(2).map((word) => word.toLowerCase());

/** A part that cannot run says so, the others still run, and the command fails. */
async function part(what: string, work: () => Promise<void>) {
  if (wanted.length > 0 && !wanted.some((word) => what.toLowerCase().includes(word))) return;
  try {
    await work();
  } catch (error) {
    process.exitCode = 1;
    printNotRun(what, error instanceof Error ? error.message : String(error));
  }
}

/** Measured with both boards in memory in every encoding. */
async function benchMemory(url: string, when: string) {
  for (const path of boards) {
    for (const encoding of ['identity', 'gzip', 'br']) await ask(url + path, { 'accept-encoding': encoding });
  }
  const bytes = await metric(url, 'process_resident_memory_bytes');
  const what = `Memory of the API with both municipalities, ${when}`;
  print({ what, value: bytes / 1e6, goal: 200, unit: ' MB' });
}

/** Answers that are not cached take more memory: filtered ones, pages, and a board for a browser with a cookie. */
async function loadAllKinds(url: string) {
  const br = { 'accept-encoding': 'br' };
  await load(`${url}${boards[0]}`, { ...br, cookie: 'a=b' }, 200, 4000);
  await load(`${url}${boards[0]}?status=done`, br, 200, 2000);
  await load(`${url}/kouvola/2024`, br, 200, 2000);
}

try {
  // The first start installs, builds and creates the database; the second one measures a restart.
  await (await startProduct(dataDir, { byNpm: true })).stop();
  const startMs = await wallMs(async () => {
    product = await startProduct(dataDir, { byNpm: true });
    await ask(product.url + boards[0]);
  });
  print({ what: 'npm start to the first board, second start', value: startMs / 1000, unit: ' s' });
  const { url, connectionString } = product!;
  await part('Memory at rest', () => benchMemory(url, 'at rest'));
  await part('Served board', () => benchServedBoard(url, boards[0]!, folder));
  await part('Memory after load', async () => {
    await loadAllKinds(url);
    await benchMemory(url, 'after load of all kinds');
  });
  await part('Read board', () => benchReadBoard(url, connectionString));
  await part('Catalogue of indicators', () => benchCatalogue(url, connectionString));
  await part('Sign-in without an account', () => benchSignIn(url, connectionString));
  await part('Submitting a report', () => benchSubmit(connectionString));
  await part('2 000 listening screens', () => benchListeners(join(folder, 'listening')));
  await part('Deadline day of 329 municipalities', () => benchDeadlineDay(url, connectionString));
} finally {
  closeHttp();
  await product?.stop();
  rmSync(folder, { recursive: true, force: true });
}
