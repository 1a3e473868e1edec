import fc from 'fast-check';
import * as z from 'zod';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { closeDb, createDb, type Db } from '@vointi/db/client.ts';
import { createTestDatabase, type TestDatabase } from '@vointi/db/testing/test-database.ts';
import { lockOf } from '@vointi/shared/round/rules.ts';
import { roundStates } from '@vointi/shared/round/state.ts';
import { queryRows } from '../../platform/sql.ts';
import { isOpenSql } from './sql.ts';

let database: TestDatabase;
let db: Db;
beforeAll(async () => {
  database = await createTestDatabase({ empty: true });
  db = createDb(database.connectionString, { max: 1 });
});
afterAll(async () => {
  await closeDb(db);
  await database.drop();
});

// Few moments, so that many cases fall on the end of a reopening.
const moment = fc.integer({ min: 1, max: 4 }).map((day) => new Date(Date.UTC(2027, 1, day)));
const anyReopening = fc.record({ until: moment, endedAt: fc.option(moment), isOwn: fc.boolean() });
const anyRound = fc.record({
  state: fc.constantFrom(...roundStates),
  at: moment,
  reopenings: fc.array(anyReopening, { maxLength: 3 }),
});

// The statement reads these reopenings instead of the table.
const openSql = `
  with "RoundReopening" as (
    select 1 as "roundId", x."departmentId", x."endedAt", x.until
    from jsonb_to_recordset($2::jsonb) as x("departmentId" int, "endedAt" timestamptz, until timestamptz))
  select ${isOpenSql('$3::timestamptz')} as open from (select 1 as id, $1 as state) o, (select 1 as "departmentId") a`;

it('decides in the database as the shared rule does whether a round takes answers', async () => {
  await fc.assert(
    fc.asyncProperty(anyRound, async ({ state, at, reopenings }) => {
      const rows = reopenings.map(({ isOwn, ...times }) => ({ ...times, departmentId: isOwn ? 1 : 2 }));
      const Row = z.strictObject({ open: z.boolean() });
      const [row] = await queryRows(db, Row, openSql, state, JSON.stringify(rows), at);
      const own = reopenings.filter(({ isOwn }) => isOwn);
      const lock = lockOf({ state, opensAt: null, closesAt: null, closedAt: null }, own, at);
      expect(row?.open).toBe(lock.isOpen);
    }),
    { numRuns: 300 },
  );
});
