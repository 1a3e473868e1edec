import fastify from 'fastify';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { closeDb, createDb, type Db } from '@vointi/db/client.ts';
import { createTestDatabase, type TestDatabase } from '@vointi/db/testing/test-database.ts';
import { startDatabaseProxy } from '../testing/database-proxy.ts';
import { until } from '../testing/smtp.ts';
import { addJob, Jobs, removeJob, type Tasks } from './jobs.ts';

let database: TestDatabase;
let app: Db;
const running: Jobs[] = [];
beforeEach(async () => {
  database = await createTestDatabase();
  app = createDb(database.appConnectionString, { max: 2 });
});
afterEach(async () => {
  for (const jobs of running.splice(0)) await jobs.stop();
  await closeDb(app);
  await database.drop();
});

function start(tasks: Tasks, connectionString = database.appConnectionString): Jobs {
  const jobs = new Jobs({
    connectionString,
    log: fastify().log,
    tasks,
    daily: [{ task: 'daily', hour: 1, minute: 2 }],
  });
  running.push(jobs);
  jobs.start();
  return jobs;
}
const waiting = () =>
  app.$queryRaw<{ attempts: number; last_error: string | null }[]>`
    select attempts, last_error from graphile_worker._private_jobs`;

it('runs a job that the application’s role added, with its payload', async () => {
  const done: unknown[] = [];
  start({ greet: async (payload) => void done.push(payload) });
  await app.$transaction((tx) => addJob(tx, 'greet', { id: 'a', marks: `' " \\ ä` }));
  await until(() => done.length > 0);
  expect(done).toEqual([{ id: 'a', marks: `' " \\ ä` }]);
  await until(async () => (await waiting()).length === 0);
});

it('tries a failed job again later, and stores nothing of the error’s message', async () => {
  let attempts = 0;
  start({
    fail: async () => {
      attempts += 1;
      if (attempts === 1) throw Object.assign(new Error('aino@kunta.example'), { code: 'EBROKEN', responseCode: 451 });
    },
  });
  await app.$transaction((tx) => addJob(tx, 'fail', {}));
  const [failed] = await until(async () => ((await waiting())[0]?.last_error ? waiting() : undefined));
  expect(failed).toEqual({ attempts: 1, last_error: 'EBROKEN 451' });
  await until(() => attempts === 2);
  await until(async () => (await waiting()).length === 0);
});

it('aborts a hanging job within seconds when it stops, and another process runs it', async () => {
  let begun = 0;
  const hanging: Tasks = {
    hang: (_payload, { signal }) => {
      begun += 1;
      return new Promise((_done, failed) => signal.addEventListener('abort', () => failed(new Error('stopped'))));
    },
  };
  const jobs = start(hanging);
  await app.$transaction((tx) => addJob(tx, 'hang', {}));
  await until(() => begun === 1);
  await Promise.race([
    jobs.stop(),
    new Promise((_done, late) => setTimeout(late, 8_000, new Error('main would have ended it by force'))),
  ]);
  let isDone = false;
  start({ hang: async () => void (isDone = true) });
  await until(() => isDone);
});

it('waits for a database that goes away', async () => {
  const databaseProxy = await startDatabaseProxy(database.appConnectionString);
  const done: unknown[] = [];
  start({ greet: async (payload) => void done.push(payload) }, databaseProxy.connectionString);
  await app.$transaction((tx) => addJob(tx, 'greet', { number: 1 }));
  await until(() => done.length === 1);
  await databaseProxy.shut();
  await app.$transaction((tx) => addJob(tx, 'greet', { number: 2 }));
  await databaseProxy.open();
  await until(() => done.length === 2);
  await running.pop()?.stop();
  await databaseProxy.close();
});

it('runs a job that waits at the start, even when the database starts later', async () => {
  const databaseProxy = await startDatabaseProxy(database.appConnectionString);
  await databaseProxy.shut();
  await app.$transaction((tx) => addJob(tx, 'greet', {}));
  let isDone = false;
  start({ greet: async () => void (isDone = true) }, databaseProxy.connectionString);
  await databaseProxy.open();
  await until(() => isDone);
  await running.pop()?.stop();
  await databaseProxy.close();
});

it('replaces a waiting job of the same name, with its own time, and removes it by name', async () => {
  const named = (number: number, runAt: Date) =>
    app.$transaction((tx) => addJob(tx, 'greet', { number }, { runAt, jobKey: 'greet:me' }));
  await named(1, new Date('2100-03-28T07:00:00Z'));
  await named(2, new Date('2100-03-30T06:00:00.123Z'));
  await app.$transaction((tx) => addJob(tx, 'greet', { number: 3 }, { runAt: new Date('2100-01-01T00:00:00Z') }));
  const left = () =>
    app.$queryRaw`select payload ->> 'number' as number, run_at from graphile_worker._private_jobs order by run_at desc`;
  expect(await left()).toEqual([
    { number: '2', run_at: new Date('2100-03-30T06:00:00.123Z') },
    { number: '3', run_at: new Date('2100-01-01T00:00:00Z') },
  ]);
  await app.$transaction((tx) => removeJob(tx, 'greet:me'));
  await app.$transaction((tx) => removeJob(tx, 'greet:nobody'));
  expect(await left()).toEqual([{ number: '3', run_at: new Date('2100-01-01T00:00:00Z') }]);
});
