import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Binaries, serverEnvironment } from './binaries.ts';
import type { Identity } from './identity.ts';
import { readPostmaster } from './postmaster.ts';

const settings = (port: number, durable: boolean): Record<string, string | number> => ({
  port,
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  timezone: 'UTC',
  log_timezone: 'UTC',
  jit: 'off',
  ...(!durable && {
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
    wal_level: 'minimal',
    max_wal_senders: 0,
    max_connections: 200,
  }),
});

export type Server = { port: number; pid: number; stop: () => Promise<void> };
export type Start = { clusterDir: string; logFile: string; binaries: Binaries; identity: Identity; durable: boolean };

/** Answers when the server takes connections. Without a port it finds one that is free. */
export async function startServer(start: Start, wantedPort: number | undefined): Promise<Server> {
  const { logFile, clusterDir } = start;
  if (existsSync(logFile) && statSync(logFile).size > 10_000_000) renameSync(logFile, `${logFile}.1`);
  for (let attempt = 1; ; attempt += 1) {
    const port = wantedPort ?? (await freePort());
    const logged = existsSync(logFile) ? statSync(logFile).size : 0;
    const child = spawnServer(start, port);
    if (await isReady(child, clusterDir)) return { port, pid: child.pid!, stop: () => stopServer(child, start) };

    const log = readFileSync(logFile).subarray(logged).toString();
    const portIsTaken = log.includes('could not create any TCP/IP sockets');
    // The children of a killed server hold its memory for a moment after it.
    const isLeaving = log.includes('is still in use');
    if (portIsTaken && wantedPort !== undefined)
      throw new Error(`The database cannot listen on port ${port}: it is taken.`);
    if (attempt === 20 || !(portIsTaken || isLeaving)) throw new Error(`The database did not start: ${reasonIn(log)}`);
    if (isLeaving) await sleep(250);
  }
}

function spawnServer({ clusterDir, logFile, binaries, identity, durable }: Start, port: number): ChildProcess {
  const options = Object.entries(settings(port, durable)).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const { file, args, ...ids } = identity.command(binaries.postgres, ['-D', clusterDir, ...options]);
  const log = openSync(logFile, 'a', 0o600);
  // Detached: Ctrl-C in the terminal reaches us alone, and we stop the server when its users have finished.
  const child = spawn(file, args, { ...ids, env: serverEnvironment(), detached: true, stdio: ['ignore', log, log] });
  closeSync(log);
  child.unref();
  return child;
}

async function isReady(child: ChildProcess, clusterDir: string): Promise<boolean> {
  let error: Error | undefined;
  child.once('error', (thrown) => (error = thrown));
  while (child.exitCode === null && child.signalCode === null) {
    if (error) throw error;
    const postmaster = readPostmaster(clusterDir);
    if (postmaster?.pid === child.pid && postmaster?.isReady) return true;
    await sleep(5);
  }
  return false;
}

async function stopServer(child: ChildProcess, { clusterDir, binaries }: Start): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = new Promise<true>((resolve) => child.once('exit', () => resolve(true)));
  child.ref();
  if (process.platform === 'win32') spawnSync(binaries.pg_ctl, ['stop', '-D', clusterDir, '-m', 'fast']);
  else child.kill('SIGINT');
  if (await Promise.race([exit, sleep(10_000, false, { ref: false })])) return;
  child.kill('SIGQUIT');
  await exit;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

const reasonIn = (log: string): string =>
  log
    .split('\n')
    .filter((line) => line.includes('FATAL'))
    .at(-1)
    ?.replace(/^.*FATAL: */, '') ?? log.trim().slice(-500);
