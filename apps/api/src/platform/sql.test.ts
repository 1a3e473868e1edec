import * as z from 'zod';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { closeDb, createDb, type Db } from '@vointi/db/client.ts';
import { createTestDatabase, type TestDatabase } from '@vointi/db/testing/test-database.ts';
import { execute, queryJson, queryRows, sql } from './sql.ts';

let database: TestDatabase;
let db: Db;
beforeAll(async () => {
  database = await createTestDatabase();
  db = createDb(database.connectionString, { max: 1 });
});
afterAll(async () => {
  await closeDb(db);
  await database.drop();
});

const Numbered = z.strictObject({ id: z.int(), at: z.date() });
const at = new Date('2027-01-01T00:00:00.000Z');

describe('queryRows', () => {
  it('returns the rows of a template and of a text with values', async () => {
    expect(await queryRows(db, Numbered, sql`select 1 as id, ${at}::timestamptz as at`)).toEqual([{ id: 1, at }]);
    expect(await queryRows(db, Numbered, 'select $1::int as id, $2::timestamptz as at', 2, at)).toEqual([
      { id: 2, at },
    ]);
    expect(await queryRows(db, Numbered, 'select 1 as id, now() as at where false')).toEqual([]);
  });

  it.each([
    ['another type', sql`select '1' as id, now() as at`, /expected number[\s\S]*at \[0\]\.id/],
    ['a missing column', sql`select 1 as id`, /at \[0\]\.at/],
    ['a column that nobody named', sql`select 1 as id, now() as at, 3 as more`, /"more"/],
  ])('refuses %s', async (_what, statement, message) => {
    await expect(queryRows(db, Numbered, statement)).rejects.toThrow(message);
  });

  it('returns values as they came, without transforms of the schema', async () => {
    const Trimmed = z.object({ name: z.string().trim() });
    expect(await queryRows(db, Trimmed, `select ' a ' as name, 1 as more`)).toEqual([{ name: ' a ', more: 1 }]);
  });
});

it('returns the parsed JSON of the only row from queryJson, or undefined', async () => {
  const Listed = z.array(z.int());
  expect(await queryJson(db, Listed, `select '[1,2]' as json`)).toEqual([1, 2]);
  expect(await queryJson(db, Listed, `select '[1,2]' as json where false`)).toBeUndefined();
  await expect(queryJson(db, Listed, `select '["1"]' as json`)).rejects.toThrow(/at \[0\]/);
});

it('returns the number of written rows from execute', async () => {
  expect(await execute(db, `update "Municipality" set name = name where slug = $1`, 'nowhere')).toBe(0);
});

it.each(['production', undefined])('checks nothing when NODE_ENV is %s', async (mode) => {
  vi.stubEnv('NODE_ENV', mode);
  vi.resetModules();
  const unchecked = await import('./sql.ts');
  vi.unstubAllEnvs();
  expect(await unchecked.queryRows(db, Numbered, sql`select '1' as id`)).toEqual([{ id: '1' }]);
});
