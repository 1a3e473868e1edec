import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';

type ChildMessage = { connectionString?: string; pid?: number; error?: string; answerAfterInterrupt?: number };
export type OtherProcess = { child: ChildProcess; next: () => Promise<ChildMessage> };

export const root = resolve(import.meta.dirname, '../..');

/** The command that starts the server of a folder from the repository mounted at `at`. */
export const startCommand = (dataDir: string, at = root): string[] => [
  join(at, process.execPath.slice(root.length)),
  join(at, 'prisma/testing/start-server.ts'),
  dataDir,
];

/** Starts a process in a group of its own, as a terminal does. */
export function runOther([file, ...args]: string[]): OtherProcess {
  const child = spawn(file!, args, { detached: true, cwd: '/', stdio: ['pipe', 'pipe', 'pipe'] });
  let complaint = '';
  child.stderr.on('data', (chunk) => (complaint += chunk));
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async () => {
    const { value, done } = await lines.next();
    return done ? { error: complaint } : JSON.parse(value);
  };
  return { child, next };
}

export async function killOutright({ child }: OtherProcess): Promise<void> {
  const exit = once(child, 'exit');
  child.kill('SIGKILL');
  await exit;
}

export async function endOf({ child }: OtherProcess): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  return child.exitCode;
}
