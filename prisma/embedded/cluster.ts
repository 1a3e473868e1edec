import { spawn } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { type Binaries, serverEnvironment } from './binaries.ts';
import type { Identity } from './identity.ts';

export const user = 'vointi';
export const database = 'vointi';

export type Cluster = { dir: string; password: string };

/**
 * Opens the cluster of the folder, or creates it.
 * A new cluster gets its final name when it is complete, so a cluster of that name is whole and never removed.
 */
export async function openCluster(
  dataDir: string,
  { initdb }: Binaries,
  identity: Identity,
  durable: boolean,
): Promise<Cluster> {
  const dir = join(dataDir, 'cluster');
  const passwordFile = join(dataDir, 'password');
  // At every start: an initdb that outlived its starter may have written its folder again after an earlier removal.
  for (const name of readdirSync(dataDir).filter((entry) => entry.startsWith('unfinished-'))) {
    rmSync(join(dataDir, name), { recursive: true, force: true, maxRetries: 5 });
  }
  if (existsSync(dir)) {
    if (!existsSync(passwordFile))
      throw new Error(`The password of the database is missing: put ${passwordFile} back.`);
    // A copied folder may have lost its mode, and PostgreSQL requires 0700.
    if ((statSync(dir).mode & 0o077) !== 0) chmodSync(dir, 0o700);
    return { dir, password: readFileSync(passwordFile, 'utf8') };
  }

  // A name of its own, because an initdb whose starter was killed may still be writing to the former one.
  const unfinished = join(dataDir, `unfinished-${randomUUID()}`);
  const password = randomBytes(24).toString('base64url');
  rmSync(passwordFile, { force: true });
  writeFileSync(passwordFile, password, { mode: 0o600, flush: true });
  if (process.getuid?.() === 0) chownSync(passwordFile, identity.uid, identity.gid);

  await run(identity, initdb, [
    ...['-D', unfinished, '-U', user, '--pwfile', passwordFile, '--auth=scram-sha-256'],
    ...['--encoding=UTF8', '--locale=C', '--locale-provider=icu', '--icu-locale=fi-FI'],
    ...['--no-instructions', ...(durable ? [] : ['--no-sync'])],
  ]);
  renameSync(unfinished, dir);
  if (durable && process.platform !== 'win32') syncFolder(dataDir);
  return { dir, password };
}

async function run(identity: Identity, program: string, programArgs: string[]): Promise<void> {
  const { file, args, ...ids } = identity.command(program, programArgs);
  const child = spawn(file, args, { ...ids, env: serverEnvironment(), stdio: ['ignore', 'ignore', 'pipe'] });
  const exit = new Promise<number | null>((resolve, reject) => child.once('error', reject).once('close', resolve));
  const [code, complaint] = await Promise.all([exit, text(child.stderr)]);
  if (code !== 0) throw new Error(`The database could not be created: ${complaint.trim()}`);
}

/** Syncs the folder: only then is a rename durable. */
function syncFolder(path: string): void {
  const folder = openSync(path, 'r');
  fsyncSync(folder);
  closeSync(folder);
}
