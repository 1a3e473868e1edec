import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bareEnvironment } from './bare-environment.ts';

export type Run = { child: ChildProcess; output: () => string; exit: Promise<number | null> };

const started: Run[] = [];
const folders: string[] = [];

/** The settings that a start outside a demo needs, besides its database. */
export const outsideDemo = { LINK_SECRET: 'v5Zq0Jr8mWc2YtK7uB4nXe1LhGd9PsAf', PUBLIC_URL: 'https://vointi.example' };

export function newDataDir(): string {
  const folder = mkdtempSync(join(tmpdir(), 'vointi-main-'));
  folders.push(folder);
  return folder;
}

/** Starts the product as a separate process with exactly this environment, on any free port. */
export function startProcess(env: Record<string, string>): Run {
  const child = spawn(process.execPath, ['--no-warnings', join(import.meta.dirname, '../main.ts')], {
    env: { ...bareEnvironment(), PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (output += String(chunk)));
  const run = {
    child,
    output: () => output,
    exit: new Promise<number | null>((resolve) => child.on('exit', (code) => resolve(code))),
  };
  started.push(run);
  return run;
}

/** The address that it prints once it serves. */
export async function addressOf(run: Run): Promise<string> {
  for (let waited = 0; waited < 40_000; waited += 50) {
    const address = /Vointi is at (?:\S+, listening on )?(\S+)/.exec(run.output())?.[1];
    if (address) return address;
    if (run.child.exitCode !== null) break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`did not start: ${run.output()}`);
}

/** Ends the processes of a test and removes its folders. */
export async function endProcesses(): Promise<void> {
  for (const { child, exit } of started.splice(0)) {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
    await exit;
  }
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}
