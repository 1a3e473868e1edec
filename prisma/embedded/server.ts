import { existsSync, readFileSync, renameSync, statSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { type ServerProcess, spawnServer, type Start } from './process.ts';

export type Server = { port: number; readonly pid: number; stop: () => Promise<void> };

/** A server that runs until it is stopped; when it is killed it restarts on the same port. */
export async function startServer(start: Start, wantedPort: number | undefined): Promise<Server> {
  const launched = await launch(start, wantedPort);
  const { port } = launched;
  let current = launched.server;
  let isStopping = false;
  const keepUp = async () => {
    while (!isStopping) {
      await current.ended;
      while (!isStopping) {
        const again = await launch(start, port).catch(() => undefined);
        if (again) {
          current = again.server;
          break;
        }
        await sleep(1_000, undefined, { ref: false });
      }
    }
  };
  const keeping = keepUp();
  const stop = async () => {
    isStopping = true;
    await current.stop();
    // A restart may be under way.
    await keeping;
    await current.stop();
  };
  return {
    port,
    get pid() {
      return current.pid;
    },
    stop,
  };
}

async function launch(start: Start, wantedPort: number | undefined): Promise<{ port: number; server: ServerProcess }> {
  const { logFile } = start;
  if (sizeOf(logFile) > 10_000_000) renameSync(logFile, `${logFile}.1`);
  for (let attempt = 1; ; attempt += 1) {
    const port = wantedPort ?? (await freePort());
    const logged = sizeOf(logFile);
    const server = await spawnServer(start, port);
    if (server) return { port, server };

    const log = readFileSync(logFile).subarray(logged).toString();
    const portIsTaken = log.includes('could not create any TCP/IP sockets');
    // The children of a killed server hold its shared memory for a moment.
    const isLeaving = log.includes('is still in use');
    if (portIsTaken && wantedPort !== undefined) {
      throw new Error(`The database cannot listen on port ${port}: it is taken.`);
    }
    if (attempt === 20 || !(portIsTaken || isLeaving)) throw new Error(`The database did not start: ${reasonIn(log)}`);
    if (isLeaving) await sleep(250);
  }
}

const sizeOf = (file: string): number => (existsSync(file) ? statSync(file).size : 0);

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
    .findLast((line) => line.includes('FATAL'))
    ?.replace(/^.*FATAL: */, '') ?? log.trim().slice(-500);
