import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { startTestProvider } from '@vointi/api/testing/identity-provider.ts';
import { external, password } from './accounts.ts';

const root = resolve(import.meta.dirname, '../..');
const node = join(root, 'node_modules/.bin/node');
const startWithin = 90_000;

/** The product as it is delivered, started once for the whole run on an empty database of its own. */
export default async function startProduct(): Promise<() => Promise<void>> {
  if (!existsSync(join(root, 'apps/web/dist/index.html'))) {
    throw new Error('The web app has not been built: run vite build in apps/web first.');
  }
  const dataDir = mkdtempSync(join(tmpdir(), 'vointi-e2e-'));
  let url = '';
  const provider = await startTestProvider({ product: () => url, account: external });
  const product = spawn(node, ['--no-warnings', join(root, 'apps/api/src/main.ts')], {
    cwd: root,
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      PORT: '0',
      DATA_DIR: dataDir,
      DEMO: 'true',
      DEMO_PASSWORD: password,
      ...provider.env,
    },
    // The channel: a run that is killed outright takes the product with it.
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    detached: true,
  });
  const stop = async () => {
    await end(product);
    await provider.close();
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    url = await addressOf(product);
    await untilReady(url);
    await load(dataDir);
    process.env['VOINTI_URL'] = url;
  } catch (error) {
    await stop();
    throw error;
  }
  return stop;
}

const addressOf = (product: ChildProcess) =>
  new Promise<string>((found, failed) => {
    let said = '';
    const late = setTimeout(() => failed(new Error(`The product did not start in time:\n${said}`)), startWithin);
    const listen = (chunk: Buffer) => {
      said += chunk.toString();
      const url = /Vointi is at (http\S+)/.exec(said)?.[1];
      if (!url) return;
      clearTimeout(late);
      found(url);
    };
    product.stdout?.on('data', listen);
    product.stderr?.on('data', listen);
    product.once('exit', (code) => failed(new Error(`The product ended with ${code}:\n${said}`)));
  });

async function untilReady(url: string) {
  const deadline = Date.now() + startWithin;
  while (Date.now() < deadline) {
    const isReady = await fetch(`${url}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isReady) return;
    await wait(100);
  }
  throw new Error('The product did not become ready.');
}

/** A plan of 300 measures beside the examples; in a process of its own, so that no test holds a database client. */
async function load(dataDir: string) {
  const { connectionString } = JSON.parse(readFileSync(join(dataDir, 'connection.json'), 'utf8')) as {
    connectionString: string;
  };
  const loader = spawn(node, ['--no-warnings', join(import.meta.dirname, 'load-large-plan.ts'), connectionString], {
    stdio: 'inherit',
  });
  const code = await new Promise((ended) => loader.once('exit', ended));
  if (code !== 0) throw new Error(`Loading the plan of 300 measures ended with ${String(code)}.`);
}

async function end(product: ChildProcess) {
  if (product.exitCode !== null || product.signalCode !== null) return;
  const ended = new Promise((done) => product.once('exit', done));
  product.kill('SIGTERM');
  const isEnded = await Promise.race([ended.then(() => true), wait(15_000, false, { ref: false })]);
  if (isEnded) return;
  product.kill('SIGKILL');
  throw new Error('The product did not stop within 15 s of SIGTERM.');
}
