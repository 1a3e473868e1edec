import { existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { type EmbeddedPostgres, startPostgres } from './embedded-postgres.ts';
import { dataDirs } from './testing/data-dir.ts';
import { query } from './testing/query.ts';

const folders = dataDirs();
const running: EmbeddedPostgres[] = [];
afterEach(async () => {
  for (const postgres of running.splice(0)) await postgres.stop();
});
afterAll(folders.removeAll);

async function start(dataDir: string, options: { port?: number; durable?: boolean } = {}): Promise<EmbeddedPostgres> {
  const postgres = await startPostgres({ dataDir, ...options });
  running.push(postgres);
  return postgres;
}

const settingOf = async (postgres: EmbeddedPostgres, name: string) =>
  (await query(postgres.connectionString, `SELECT current_setting('${name}') AS value`))[0]?.['value'];

describe('from nothing', () => {
  test('creates a durable database with Finnish sorting that listens on this machine only', async () => {
    const postgres = await start(folders.empty());
    const [row] = await query(
      postgres.connectionString,
      `SELECT datname, datlocprovider, pg_encoding_to_char(encoding) AS encoding, to_jsonb(d) ->> 'datlocale' AS locale
       FROM pg_database d WHERE datname = current_database()`,
    );
    expect(row).toEqual({ datname: 'vointi', datlocprovider: 'i', encoding: 'UTF8', locale: 'fi-FI' });
    expect(await settingOf(postgres, 'fsync')).toBe('on');
    expect(await settingOf(postgres, 'synchronous_commit')).toBe('on');
    expect(await settingOf(postgres, 'full_page_writes')).toBe('on');
    expect(await settingOf(postgres, 'listen_addresses')).toBe('127.0.0.1');
    expect(await settingOf(postgres, 'unix_socket_directories')).toBe('');

    const outside = Object.values(networkInterfaces())
      .flat()
      .find((face) => face?.family === 'IPv4' && !face.internal)?.address;
    if (outside === undefined) return console.log('NOT RUN: this machine has no address to the outside');
    const port = Number(new URL(postgres.connectionString).port);
    const answer = await new Promise((resolve) => {
      connect(port, outside, () => resolve('connected')).on('error', (error) => resolve(Reflect.get(error, 'code')));
    });
    expect(answer).toBe('ECONNREFUSED');
  });

  test('requires a random password that only its owner can read', async () => {
    const dataDir = folders.empty();
    const { connectionString } = await start(dataDir, { durable: false });
    const { password } = new URL(connectionString);
    expect(password.length).toBeGreaterThanOrEqual(32);
    expect(readFileSync(join(dataDir, 'password'), 'utf8')).toBe(password);
    expect(statSync(join(dataDir, 'password')).mode & 0o777).toBe(0o600);
    expect(statSync(join(dataDir, 'cluster')).mode & 0o777).toBe(0o700);
    const wrong = connectionString.replace(password, 'x');
    await expect(query(wrong, 'SELECT 1')).rejects.toMatchObject({ code: '28P01' });
  });

  test('writes the server’s output to its log', async () => {
    const dataDir = folders.empty();
    await start(dataDir, { durable: false });
    expect(readFileSync(join(dataDir, 'postgres.log'), 'utf8')).toContain('database system is ready');
    expect(statSync(join(dataDir, 'postgres.log')).mode & 0o777).toBe(0o600);
  });

  test('is fast instead of durable for tests', async () => {
    const postgres = await start(await folders.made(), { durable: false });
    expect(await settingOf(postgres, 'fsync')).toBe('off');
    expect(await settingOf(postgres, 'synchronous_commit')).toBe('off');
    expect(await settingOf(postgres, 'full_page_writes')).toBe('off');
  });
});

describe('again', () => {
  test('keeps data over a stop and a start', async () => {
    const dataDir = await folders.made();
    const first = await start(dataDir);
    await query(first.connectionString, 'CREATE TABLE kept AS SELECT 7 AS number');
    await first.stop();
    await first.stop();
    const second = await start(dataDir);
    expect(await query(second.connectionString, 'SELECT * FROM kept')).toEqual([{ number: 7 }]);
    expect(new URL(second.connectionString).password).toBe(new URL(first.connectionString).password);
  });

  test('stops in spite of a query that does not end', async () => {
    const dataDir = await folders.made();
    const postgres = await start(dataDir, { durable: false });
    const endless = query(postgres.connectionString, 'SELECT pg_sleep(60)').catch((error) => error.code);
    await expect
      .poll(() => query(postgres.connectionString, `SELECT FROM pg_stat_activity WHERE query ~ '^SELECT pg_sleep'`))
      .toHaveLength(1);
    const before = Date.now();
    await postgres.stop();
    expect(Date.now() - before).toBeLessThan(5_000);
    expect(await endless).toBe('57P01');
  });

  test('restarts on the same port with all committed data after it was killed', async () => {
    const dataDir = await folders.made();
    const postgres = await start(dataDir);
    await query(postgres.connectionString, 'CREATE TABLE kept AS SELECT 7 AS number');
    const { pid } = postgres;
    process.kill(pid, 'SIGKILL');
    await expect
      .poll(() => query(postgres.connectionString, 'SELECT * FROM kept').catch(() => 'away'))
      .toEqual([{ number: 7 }]);
    expect(postgres.pid).not.toBe(pid);
    await postgres.stop();
    await expect(query(postgres.connectionString, 'SELECT 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });

  test('stays stopped when it is stopped during a restart', async () => {
    const dataDir = await folders.made();
    let postgres = await start(dataDir);
    for (const moment of [0, 50, 300]) {
      process.kill(postgres.pid, 'SIGKILL');
      await sleep(moment);
      await postgres.stop();
      await expect(query(postgres.connectionString, 'SELECT 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
      postgres = await start(dataDir);
    }
  });

  test('says that a port is taken', async () => {
    const dataDir = await folders.made();
    const { connectionString } = await start(dataDir, { durable: false });
    const port = Number(new URL(connectionString).port);
    await expect(startPostgres({ dataDir: await folders.made(), port })).rejects.toThrow(
      `The database cannot listen on port ${port}: it is taken.`,
    );
  });

  test('refuses a second server on one folder', async () => {
    const dataDir = await folders.made();
    await start(dataDir, { durable: false });
    await expect(startPostgres({ dataDir })).rejects.toThrow(`Process ${process.pid} already runs the database`);
  });

  test('leaves a cluster without its password alone', async () => {
    const dataDir = await folders.made();
    await (await start(dataDir, { durable: false })).stop();
    rmSync(join(dataDir, 'password'));
    await expect(startPostgres({ dataDir })).rejects.toThrow(/password .* is missing/);
    expect(existsSync(join(dataDir, 'cluster/PG_VERSION'))).toBe(true);
  });
});
