import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { insertRow, rowsOf } from './testing/rows.ts';
import { createTestDatabase, type TestDatabase } from './testing/test-database.ts';

type ForeignKey = { name: string; table: string; columns: string[]; target: string; targetColumns: string[] };

let database: TestDatabase;
let client: pg.Client;
let keys: ForeignKey[];

const names = (of: string, table: string) => `
  ARRAY(SELECT attname::text FROM unnest(${of}) WITH ORDINALITY AS part(number, place)
        JOIN pg_attribute ON attrelid = ${table} AND attnum = part.number ORDER BY place)`;

beforeAll(async () => {
  database = await createTestDatabase();
  client = new pg.Client(database.connectionString);
  await client.connect();
  for (const [table, row] of rowsOf('a')) await insertRow(client, table, row);
  // Only one municipality gets a snapshot: a round has one, and the test is about its owner.
  for (const [table, row] of rowsOf('b')) if (table !== 'RoundSnapshot') await insertRow(client, table, row);
  const { rows } = await client.query<ForeignKey>(`
    SELECT conname AS name, source.relname AS table, ${names('conkey', 'conrelid')} AS columns,
           target.relname AS target, ${names('confkey', 'confrelid')} AS "targetColumns"
    FROM pg_constraint
    JOIN pg_class source ON source.oid = conrelid
    JOIN pg_class target ON target.oid = confrelid
    WHERE contype = 'f' ORDER BY conname`);
  keys = rows;
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

async function keysWithoutIndex(): Promise<string[]> {
  const { rows: indexes } = await client.query<{ table: string; columns: string[] }>(`
    SELECT relname AS table, ${names('indkey::int2[]', 'indrelid')} AS columns
    FROM pg_index JOIN pg_class ON pg_class.oid = indrelid
    WHERE indpred IS NULL AND indisvalid AND relnamespace = 'public'::regnamespace`);
  return keys
    .filter(({ table, columns }) => {
      const leads = (index: { table: string; columns: string[] }) =>
        index.table === table && columns.every((column) => index.columns.slice(0, columns.length).includes(column));
      return !indexes.some(leads);
    })
    .map(({ name }) => name);
}

test('has an index for the columns of every foreign key', async () => {
  expect(keys.length).toBeGreaterThan(40);
  expect(await keysWithoutIndex()).toEqual([]);
  await client.query('BEGIN; DROP INDEX "Report_authorId_idx"');
  expect(await keysWithoutIndex()).toEqual(['Report_authorId_fkey']);
  await client.query('ROLLBACK');
});

test('has the municipality in every row and every relation of a municipality', async () => {
  const { rows } = await client.query<{ table: string; owned: boolean }>(`
    SELECT relname AS table, EXISTS (
      SELECT FROM pg_attribute WHERE attrelid = pg_class.oid AND attname = 'municipalityId' AND attnotnull
    ) AS owned FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace`);
  const shared = rows.filter(({ owned }) => !owned).map(({ table }) => table);
  expect(shared.toSorted()).toEqual([
    // A sign-in to an unknown account has no municipality; all other rows have one, with a foreign key.
    'AuditEntry',
    'DemoMail',
    // A pairing has no municipality until it is confirmed.
    'DisplayPairing',
    'Municipality',
    // As a reminder; its notices have one each.
    'NoticeMail',
    'OneTimeLink',
    'RateLimit',
    // One mail can concern several municipalities; its items have one each.
    'Reminder',
    'Session',
    'SignInFlow',
    'User',
    '_prisma_migrations',
  ]);
  const loose = keys.filter(
    ({ target, columns, targetColumns }) =>
      !shared.includes(target) && !(columns.includes('municipalityId') && targetColumns.includes('municipalityId')),
  );
  expect(loose.map(({ name }) => name)).toEqual([]);
});

test('refuses a row that refers to another municipality', async () => {
  const rowsOfB = new Map(rowsOf('b'));
  const within = keys.filter(({ target, columns }) => target !== 'Municipality' && columns.includes('municipalityId'));
  expect(within.length).toBeGreaterThan(30);
  for (const { name, table, columns, target, targetColumns } of within) {
    const foreign = columns
      .map((column, at): [string, unknown] => [column, rowsOfB.get(target)?.[targetColumns[at] ?? '']])
      .filter(([column]) => column !== 'municipalityId');
    await client.query(`BEGIN; ALTER TABLE "${table}" DISABLE TRIGGER USER`);
    const changes = foreign.map(([column], at) => `"${column}" = $${at + 2}`).join(', ');
    const update = client.query(`UPDATE "${table}" SET ${changes} WHERE "municipalityId" = $1`, [
      rowsOf('a')[0]?.[1]['id'],
      ...foreign.map(([, value]) => value),
    ]);
    await expect(update, name).rejects.toMatchObject({ code: '23503', constraint: name });
    await client.query('ROLLBACK');
  }
});
