import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A process is identified by its id and its start time, because ids are used again. */
function nameOf(pid: number): string | undefined {
  try {
    if (process.platform === 'win32') return process.kill(pid, 0) ? `${pid}` : undefined;
    if (process.platform === 'linux') {
      // The program's name stands before the last bracket and may contain anything; the start time is field 22.
      const [state, ...fields] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ');
      return state === 'Z' ? undefined : `${pid} ${fields[18]}`;
    }
    const { status, stdout } = spawnSync('ps', ['-o', 'lstart=', '-p', `${pid}`], { encoding: 'utf8' });
    return status === 0 ? `${pid} ${stdout.trim()}` : undefined;
  } catch {
    return undefined;
  }
}

/** Claims the folder's server for this process; a dead process's claim is void. Returns the release. */
export function claim(dataDir: string): () => void {
  const file = join(dataDir, 'owner');
  for (;;) {
    try {
      writeFileSync(file, nameOf(process.pid) ?? '', { flag: 'wx' });
      return () => rmSync(file, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const owner = readFileSync(file, 'utf8');
    const pid = Number.parseInt(owner, 10);
    if (pid > 0 && nameOf(pid) === owner) {
      throw new Error(
        `Process ${pid} already runs the database in ${dataDir}. Stop it first, or choose another DATA_DIR.`,
      );
    }
    rmSync(file, { force: true });
  }
}
