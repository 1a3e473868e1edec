import { spawn, type ChildProcess } from 'node:child_process';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { password } from './accounts.ts';

const root = resolve(import.meta.dirname, '../..');
export const node = join(root, 'node_modules/.bin/node');
const startWithin = 90_000;

export type Product = { url: string; process: ChildProcess };

/** Starts the built product on data of its own. @param from its folder */
export async function launch(dataDir: string, env: Record<string, string> = {}, from = root): Promise<Product> {
  const product = spawn(node, ['--no-warnings', join(from, 'apps/api/src/main.ts')], {
    cwd: from,
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      PORT: '0',
      DATA_DIR: dataDir,
      DEMO: 'true',
      DEMO_PASSWORD: password,
      ...env,
    },
    // Through this channel the product notices when the run is killed.
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    detached: true,
  });
  try {
    const url = await addressOf(product);
    await untilReady(url);
    return { url, process: product };
  } catch (error) {
    await end(product);
    throw error;
  }
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

export async function end(product: ChildProcess) {
  if (product.exitCode !== null || product.signalCode !== null) return;
  const ended = new Promise((done) => product.once('exit', done));
  product.kill('SIGTERM');
  const isEnded = await Promise.race([ended.then(() => true), wait(15_000, false, { ref: false })]);
  if (isEnded) return;
  product.kill('SIGKILL');
  throw new Error('The product did not stop within 15 s of SIGTERM.');
}
