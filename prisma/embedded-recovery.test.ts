import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { startPostgres } from './embedded-postgres.ts';
import { dataDirs } from './testing/data-dir.ts';
import { endOf, killOutright, runOther, startCommand } from './testing/other-process.ts';
import { query } from './testing/query.ts';

const folders = dataDirs();
afterAll(folders.removeAll);

/** Ended, or a zombie that waits for its parent. */
const hasEnded = (pid: number) => {
  const file = `/proc/${pid}/stat`;
  return !existsSync(file) || readFileSync(file, 'utf8').includes(') Z ');
};
const entriesOf = (dataDir: string) => readdirSync(dataDir).toSorted();

test('stops a server whose owner was killed, and serves its data', async () => {
  const dataDir = await folders.made();
  const other = runOther(startCommand(dataDir));
  const { connectionString, pid } = await other.next();
  await query(connectionString!, 'CREATE TABLE kept AS SELECT 7 AS number');
  await killOutright(other);
  expect(hasEnded(pid!)).toBe(false);

  const postgres = await startPostgres({ dataDir });
  expect(hasEnded(pid!)).toBe(true);
  expect(await query(postgres.connectionString, 'SELECT * FROM kept')).toEqual([{ number: 7 }]);
  await postgres.stop();
});

test('recovers a server that was killed together with its owner', async () => {
  const dataDir = await folders.made();
  const other = runOther(startCommand(dataDir));
  const { connectionString, pid } = await other.next();
  await query(connectionString!, 'CREATE TABLE kept AS SELECT 7 AS number');
  await killOutright(other);
  process.kill(pid!, 'SIGKILL');

  const postgres = await startPostgres({ dataDir });
  expect(await query(postgres.connectionString, 'SELECT * FROM kept')).toEqual([{ number: 7 }]);
  await postgres.stop();
});

test('leaves a server to the process that uses it', async () => {
  const dataDir = await folders.made();
  const other = runOther(startCommand(dataDir));
  const { connectionString } = await other.next();
  await expect(startPostgres({ dataDir })).rejects.toThrow(`Process ${other.child.pid} already runs the database`);
  expect(await query(connectionString!, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  other.child.kill('SIGINT');
  await endOf(other);
});

test('leaves alone another program that has the id of the server after a power cut', async () => {
  const dataDir = await folders.made();
  const stranger = spawn('sleep', ['60'], { stdio: 'ignore' });
  const pidFile = join(dataDir, 'cluster/postmaster.pid');
  writeFileSync(pidFile, `${stranger.pid}\n${join(dataDir, 'cluster')}\n1\n5432\n\n127.0.0.1\n  0  0\nready   \n`);

  const postgres = await startPostgres({ dataDir, durable: false });
  expect(await query(postgres.connectionString, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  expect(stranger.exitCode ?? stranger.signalCode).toBeNull();
  await postgres.stop();
  stranger.kill();
});

test('leaves the server of another folder alone, even where the id names it', async () => {
  const dataDir = await folders.made();
  const other = await folders.made();
  const neighbour = await startPostgres({ dataDir: other, durable: false });
  const theirs = readFileSync(join(other, 'cluster/postmaster.pid'), 'utf8');
  writeFileSync(join(dataDir, 'cluster/postmaster.pid'), theirs);

  const postgres = await startPostgres({ dataDir, durable: false });
  expect(await query(neighbour.connectionString, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  await postgres.stop();
  await neighbour.stop();
});

test.each([100, 500])('starts after a first start that was killed after %i ms', async (moment) => {
  const dataDir = folders.empty();
  const other = runOther(startCommand(dataDir));
  await expect
    .poll(() => entriesOf(dataDir).some((name) => name.startsWith('unfinished-')), { interval: 5 })
    .toBe(true);
  await new Promise((resolve) => setTimeout(resolve, moment));
  await killOutright(other);

  const postgres = await startPostgres({ dataDir });
  expect(await query(postgres.connectionString, 'SELECT current_database() AS name')).toEqual([{ name: 'vointi' }]);
  await postgres.stop();
  await (await startPostgres({ dataDir })).stop();
  expect(entriesOf(dataDir)).toEqual(['cluster', 'password', 'postgres.log']);
});

test('stops the server in order on Ctrl-C in the terminal', async () => {
  const dataDir = await folders.made();
  const other = runOther(startCommand(dataDir));
  const { pid } = await other.next();
  process.kill(-other.child.pid!, 'SIGINT');
  expect(await other.next()).toEqual({ answerAfterInterrupt: 1 });
  expect(await endOf(other)).toBe(0);
  expect(hasEnded(pid!)).toBe(true);
  expect(existsSync(join(dataDir, 'cluster/postmaster.pid'))).toBe(false);
});
