import { afterAll, beforeAll, expect, test } from 'vitest';
import { closeDb, createDb, type Db } from './client.ts';
import { createTestDatabase, type TestDatabase } from './testing/test-database.ts';

let database: TestDatabase;
let db: Db;

beforeAll(async () => {
  database = await createTestDatabase();
  db = createDb(database.connectionString, { max: 2 });
});
afterAll(async () => {
  await closeDb(db);
  await database.drop();
});

test('writes and reads a municipality', async () => {
  await db.municipality.create({ data: { slug: 'kouvola', code: '286', name: { fi: 'Kouvola' } } });
  const found = await db.municipality.findUnique({ where: { slug: 'kouvola' } });
  expect(found).toMatchObject({ code: '286', name: { fi: 'Kouvola' }, version: 1 });
});

test('sorts names in Finnish order', async () => {
  const rows = await db.$queryRaw<{ name: string }[]>`
    SELECT name FROM unnest(ARRAY['Öja', 'Zeta', 'Äänekoski', 'Åland', 'Akaa']) AS name ORDER BY name`;
  expect(rows.map(({ name }) => name)).toEqual(['Akaa', 'Zeta', 'Åland', 'Äänekoski', 'Öja']);
});

test('keeps connections within the limit while queries wait', async () => {
  const pids = await Promise.all(
    Array.from(
      { length: 20 },
      () => db.$queryRaw<{ pid: number }[]>`SELECT pg_backend_pid() AS pid, pg_sleep(0.01)::text`,
    ),
  );
  expect(new Set(pids.map(([row]) => row?.pid)).size).toBeLessThanOrEqual(2);
});

test('replaces a broken connection', async () => {
  const other = createDb(database.connectionString);
  await other.$queryRaw`SELECT 1`;
  await db.$executeRaw`
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()`;
  await expect.poll(() => other.municipality.count().catch(() => undefined)).toBe(1);
  await closeDb(other);
});

test('holds no connection after it is closed', async () => {
  const other = createDb(database.connectionString);
  await other.$queryRaw`SELECT 1`;
  const connections = async () => {
    const [row] = await db.$queryRaw<{ count: number }[]>`
      SELECT count(*)::int FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'vointi'`;
    return row?.count;
  };
  const before = await connections();
  await closeDb(other);
  await expect.poll(connections).toBe((before ?? 0) - 1);
});
