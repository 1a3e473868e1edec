import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { startTestProvider } from '@vointi/api/testing/identity-provider.ts';
import { external } from './accounts.ts';
import { end, launch, node, type Product } from './launch.ts';

const root = resolve(import.meta.dirname, '../..');

/** Starts the built product once for the whole run, on an empty database. */
export default async function startProduct(): Promise<() => Promise<void>> {
  if (!existsSync(join(root, 'apps/web/dist/index.html'))) {
    throw new Error('The web app has not been built: run vite build in apps/web first.');
  }
  const dataDir = mkdtempSync(join(tmpdir(), 'vointi-e2e-'));
  let url = '';
  const provider = await startTestProvider({ product: () => url, account: external });
  let product: Product | undefined;
  const stop = async () => {
    if (product) await end(product.process);
    await provider.close();
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    product = await launch(dataDir, provider.env);
    ({ url } = product);
    await load(dataDir);
    process.env['VOINTI_URL'] = url;
  } catch (error) {
    await stop();
    throw error;
  }
  return stop;
}

/** Loads a plan of 300 measures in a process of its own, so that no test holds a database client. */
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
