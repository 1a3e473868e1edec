import { spawn, spawnSync } from 'node:child_process';
import { closeSync, fchownSync, openSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Binaries, serverEnvironment } from './binaries.ts';
import type { Identity } from './identity.ts';
import { readPostmaster } from './postmaster.ts';

export type Start = { clusterDir: string; logFile: string; binaries: Binaries; identity: Identity; durable: boolean };
export type ServerProcess = { pid: number; ended: Promise<void>; stop: () => Promise<void> };

const settings = (port: number, durable: boolean): Record<string, string | number> => ({
  port,
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  timezone: 'UTC',
  log_timezone: 'UTC',
  jit: 'off',
  // After a crash PostgreSQL syncs every file before it starts: one call instead of a thousand.
  ...(process.platform === 'linux' && { recovery_init_sync_method: 'syncfs' }),
  ...(!durable && {
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
    wal_level: 'minimal',
    max_wal_senders: 0,
    max_connections: 200,
  }),
});

/** Resolves when the server accepts connections; with undefined when it ended instead (the log says why). */
export async function spawnServer(start: Start, port: number): Promise<ServerProcess | undefined> {
  const { clusterDir, logFile, binaries, identity, durable } = start;
  const options = Object.entries(settings(port, durable)).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const { file, args, ...ids } = identity.command(binaries.postgres, ['-D', clusterDir, ...options]);
  const log = openSync(logFile, 'a', 0o600);
  if (process.getuid?.() === 0) fchownSync(log, identity.uid, identity.gid);
  const child = spawn(file, args, {
    ...ids,
    env: serverEnvironment(),
    // Ctrl-C then reaches only this process, which stops the server after its clients have finished.
    detached: true,
    windowsHide: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  child.unref();
  const onOurExit = () => child.kill('SIGINT');
  process.on('exit', onOurExit);
  let hasEnded = false;
  const ended = new Promise<void>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', () => resolve());
  }).finally(() => {
    hasEnded = true;
    process.off('exit', onOurExit);
  });

  const stop = async () => {
    child.ref();
    if (process.platform === 'win32') spawnSync(binaries.pg_ctl, ['stop', '-D', clusterDir, '-m', 'fast']);
    else child.kill('SIGINT');
    await Promise.race([ended, sleep(10_000, undefined, { ref: false })]);
    if (!hasEnded) child.kill('SIGQUIT');
    await ended;
  };

  const isReady = () => {
    const postmaster = readPostmaster(clusterDir);
    return postmaster?.pid === child.pid && postmaster?.isReady;
  };
  while (!isReady()) {
    if (await Promise.race([ended.then(() => true), sleep(5, false)])) return undefined;
  }
  return { pid: child.pid!, ended, stop };
}
