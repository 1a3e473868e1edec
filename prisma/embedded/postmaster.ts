import { spawnSync } from 'node:child_process';
import { readFileSync, readlinkSync, realpathSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Reads postmaster.pid of the cluster; undefined when there is none. */
export function readPostmaster(clusterDir: string): { pid: number; isReady: boolean } | undefined {
  try {
    const lines = readFileSync(join(clusterDir, 'postmaster.pid'), 'utf8').split('\n');
    return { pid: Number(lines[0]), isReady: lines[7]?.trim() === 'ready' };
  } catch {
    return undefined;
  }
}

/** Stops a server that a dead process left running on this cluster. */
export async function stopOrphan(clusterDir: string): Promise<void> {
  const pid = readPostmaster(clusterDir)?.pid ?? 0;
  if (!(pid > 1)) return;
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    if (isServerOf(pid, clusterDir)) process.kill(pid, signal);
    for (const end = Date.now() + 10_000; Date.now() < end && isServerOf(pid, clusterDir);) await sleep(10);
  }
  if (isServerOf(pid, clusterDir)) throw new Error(`The database in ${clusterDir} (process ${pid}) does not stop.`);
  if (isAlive(pid) && readPostmaster(clusterDir)) disownNumber(clusterDir);
}

/**
 * After a power cut the process id in postmaster.pid may belong to another program, which PostgreSQL would take for a
 * running server. PostgreSQL ignores the id of its own parent, so that is written there; the rest of the file is kept.
 */
function disownNumber(clusterDir: string): void {
  const file = join(clusterDir, 'postmaster.pid');
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^\d+/, `${process.pid}`));
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function isServerOf(pid: number, clusterDir: string): boolean {
  if (process.platform !== 'linux') {
    const { stdout } = spawnSync('ps', ['-o', 'command=', '-p', `${pid}`], { encoding: 'utf8' });
    return Boolean(stdout?.includes('postgres') && stdout.includes(clusterDir));
  }
  try {
    const program = basename(readlinkSync(`/proc/${pid}/exe`));
    return program.startsWith('postgres') && readlinkSync(`/proc/${pid}/cwd`) === realpathSync(clusterDir);
  } catch {
    return false;
  }
}
