import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { heap, malloc } from './heap.mjs';

export const root = resolve(import.meta.dirname, '..');
export const node = join(root, 'node_modules/.bin/node');

export type Product = { url: string; connectionString: string; stop: () => Promise<void> };

/** The password of all demo accounts of a product that was started here. */
export const demoPassword = 'lumikko tuulessa 7';

const startWithin = 180_000;

/** Starts the product on a data folder, on any free port by default, by `npm start` or without its preparations. */
export async function startProduct(dataDir: string, { byNpm = false, port = 0 } = {}): Promise<Product> {
  const [command, args] = byNpm
    ? ['npm', ['start']]
    : [node, ['--no-warnings', ...heap, join(root, 'apps/api/src/main.ts')]];
  const { PATH, HOME } = process.env;
  const child = spawn(command, args, {
    cwd: root,
    env: { ...malloc, PATH, HOME, PORT: String(port), DATA_DIR: dataDir, DEMO: 'true', DEMO_PASSWORD: demoPassword },
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });
  // The whole group: npm, its shell and the start script pass the signal on, and the server stops once.
  const tell = () => {
    if (child.pid && child.exitCode === null && child.signalCode === null) process.kill(-child.pid, 'SIGTERM');
  };
  process.on('exit', tell);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(1));
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    tell();
    await ended;
    process.off('exit', tell);
  };
  try {
    const url = await addressOf(child);
    const file = readFileSync(join(dataDir, 'connection.json'), 'utf8');
    const { connectionString } = JSON.parse(file) as { connectionString: string };
    return { url, connectionString, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

const addressOf = (child: ChildProcess) =>
  new Promise<string>((found, failed) => {
    let said = '';
    const late = setTimeout(() => failed(new Error(`The product did not start in time. ${said}`)), startWithin);
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const url = /Vointi is at (http\S+)/.exec(said)?.[1];
      if (!url) return;
      clearTimeout(late);
      found(url);
    });
    child.once('exit', (code) => failed(new Error(`The product ended with ${String(code)}. ${said}`)));
    child.once('error', failed);
  });
