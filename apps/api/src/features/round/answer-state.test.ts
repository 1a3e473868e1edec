import fc from 'fast-check';
import * as z from 'zod';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { closeDb, createDb, type Db } from '@vointi/db/client.ts';
import { createTestDatabase, type TestDatabase } from '@vointi/db/testing/test-database.ts';
import { progresses } from '@vointi/shared/measure/progress.ts';
import { answerStateOf } from '@vointi/shared/round/rules.ts';
import { queryRows } from '../../platform/sql.ts';
import { answerStateSql } from './rows.ts';

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

// Few moments, so that many cases fall on the end of the round.
const moment = fc.option(fc.integer({ min: 0, max: 3 }).map((day) => new Date(Date.UTC(2027, 1, day + 1))));
const anyCase = fc.record({
  progress: fc.option(fc.constantFrom(...progresses)),
  confirmed: fc.boolean(),
  submittedAt: moment,
  closesAt: moment,
});

const statesSql = `
  select ${answerStateSql} as state
  from jsonb_to_recordset($1::jsonb) as s(index int, progress text, confirmed boolean, "submittedAt" timestamptz,
    "closesAt" timestamptz)
  cross join lateral (select s."closesAt") r order by s.index`;

it('gives every answer the state in the database that the shared rule gives it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyCase, { minLength: 1, maxLength: 200 }), async (cases) => {
      const rows = await queryRows(
        db,
        z.strictObject({ state: z.string() }),
        statesSql,
        JSON.stringify(cases.map((one, index) => ({ index, ...one }))),
      );
      const byRule = cases.map(({ submittedAt, closesAt, ...answer }) =>
        answerStateOf({ ...answer, reportedAt: submittedAt }, closesAt),
      );
      expect(rows.map(({ state }) => state)).toEqual(byRule);
    }),
    { numRuns: 50 },
  );
});
