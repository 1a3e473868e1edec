import { existsSync, readFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createTestDatabase } from '@vointi/db/testing/test-database.ts';
import { addressOf, endProcesses, newDataDir, outsideDemo, type Run, startProcess } from './testing/start-process.ts';

let dataDir: string;
beforeEach(() => {
  dataDir = newDataDir();
});
afterEach(endProcesses);

const start = (env: Record<string, string> = {}) => startProcess({ DATA_DIR: dataDir, ...env });

/** A zombie process, whose parent has not yet noticed its end, counts as gone. */
const isAlive = (pid: number) => {
  try {
    const isZombie = process.platform === 'linux' && / Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
    return !isZombie && process.kill(pid, 0);
  } catch {
    return false;
  }
};

const postmasterOf = (folder: string) =>
  Number.parseInt(readFileSync(join(folder, 'postgres/cluster/postmaster.pid'), 'utf8'), 10);

const boardOf = async (address: string) =>
  (await (await fetch(`${address}/api/v1/municipalities/kouvola/plans/2024/board`)).json()) as { counts: object };

test('starts from an empty folder with the plan of Kouvola, and stops everything it started', async () => {
  const run = start();
  const address = await addressOf(run);
  expect((await boardOf(address)).counts).toEqual({
    total: 59,
    done: 14,
    in_progress: 36,
    not_started: 2,
    not_reported: 5,
    mixed: 2,
  });
  const postmaster = postmasterOf(dataDir);
  expect(isAlive(postmaster)).toBe(true);
  run.child.kill('SIGTERM');
  expect(await run.exit).toBe(0);
  expect(isAlive(postmaster)).toBe(false);
  expect(existsSync(join(dataDir, 'connection.json'))).toBe(false);
});

test('refuses a second start on the same folder in a sentence, and leaves the first alone', async () => {
  const first = start();
  const address = await addressOf(first);
  const second = start();
  expect(await second.exit).toBe(1);
  expect(second.output().trim().split('\n')).toHaveLength(1);
  expect(second.output()).toContain(dataDir);
  expect((await fetch(`${address}/readyz`)).status).toBe(200);
});

test('names a port in use before it starts anything', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => other.once('listening', resolve));
  const { port } = other.address() as AddressInfo;
  const run = start({ PORT: String(port) });
  expect(await run.exit).toBe(1);
  expect(run.output()).toMatch(new RegExp(`^Port ${port} on 127\\.0\\.0\\.1 is in use`));
  expect(existsSync(join(dataDir, 'postgres'))).toBe(false);
  other.close();
});

test('recovers from a start that was killed', async () => {
  const killed = start();
  await addressOf(killed);
  const orphan = postmasterOf(dataDir);
  killed.child.kill('SIGKILL');
  await killed.exit;
  const again = start();
  expect((await boardOf(await addressOf(again))).counts).toMatchObject({ total: 59 });
  expect(isAlive(orphan)).toBe(false);
});

test('uses another PostgreSQL by DATABASE_URL, with examples only on request', async () => {
  const { connectionString, drop } = await createTestDatabase({ empty: true });
  const app = Object.assign(new URL(connectionString), { username: 'vointi_main_test', password: 'only-for-tests' });
  const run = start({ DATABASE_OWNER_URL: connectionString, DATABASE_URL: app.href, ...outsideDemo });
  const address = await addressOf(run);
  expect(await (await fetch(`${address}/api/v1/municipalities`)).json()).toEqual({ municipalities: [] });
  expect(existsSync(join(dataDir, 'postgres'))).toBe(false);
  run.child.kill('SIGTERM');
  expect(await run.exit).toBe(0);
  await drop();
});

test('continues a demo on another PostgreSQL with one role, and says what is wrong with that', async () => {
  const { connectionString, drop } = await createTestDatabase({ empty: true });
  const run = start({ DATABASE_URL: connectionString, DEMO: 'true' });
  expect((await boardOf(await addressOf(run))).counts).toMatchObject({ total: 59 });
  expect(run.output()).toMatch(/^The role of DATABASE_URL could rewrite the audit log: /);
  run.child.kill('SIGTERM');
  expect(await run.exit).toBe(0);
  await drop();
});

test('names a setting that it cannot use', async () => {
  const run = start({ PORT: 'many' });
  expect(await run.exit).toBe(1);
  expect(run.output()).toMatch(/^PORT is not usable: must be a port number/);
});

test('prints the password of demo accounts at the first start only, and later how to set it', async () => {
  const signIn = async (address: string, password: string) => {
    const answer = await fetch(`${address}/api/v1/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: address },
      body: JSON.stringify({ email: 'nuorisopalvelut@kouvola.example', password }),
    });
    return answer.status;
  };
  const startAndSay = async (env: Record<string, string> = {}) => {
    const run = start(env);
    const address = await addressOf(run);
    while (!run.output().includes('Demo accounts')) await new Promise((resolve) => setTimeout(resolve, 20));
    return { run, address, output: run.output() };
  };
  const stop = async (run: Run) => {
    run.child.kill('SIGTERM');
    expect(await run.exit).toBe(0);
  };
  const first = await startAndSay();
  const password = /told this once: (\S+)/.exec(first.output)?.[1] ?? '';
  expect(await signIn(first.address, password)).toBe(200);
  await stop(first.run);
  const second = await startAndSay();
  expect(second.output).not.toContain(password);
  expect(second.output).toContain('DEMO_PASSWORD');
  expect(await signIn(second.address, password)).toBe(200);
  await stop(second.run);
  const third = await startAndSay({ DEMO_PASSWORD: 'kolme kurkea suolla' });
  expect(third.output).not.toContain('kolme kurkea');
  expect(await signIn(third.address, password)).toBe(401);
  expect(await signIn(third.address, 'kolme kurkea suolla')).toBe(200);
});
