import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { idOf, insertRow, type Row, rowsOf } from './testing/rows.ts';
import { createTestDatabase, type TestDatabase } from './testing/test-database.ts';

let database: TestDatabase;
let client: pg.Client;
const id = (number: number) => idOf('a', number);
const other = (number: number) => `00000000-0000-7000-8000-a${String(9000 + number).padStart(11, '0')}`;

beforeAll(async () => {
  database = await createTestDatabase();
  client = new pg.Client(database.connectionString);
  await client.connect();
  for (const [table, row] of rowsOf('a')) await insertRow(client, table, row);
});
afterAll(async () => {
  await client.end();
  await database.drop();
});
beforeEach(async () => {
  await client.query('BEGIN');
});
afterEach(async () => {
  await client.query('ROLLBACK');
});

const insert = (table: string, changes: Row) =>
  insertRow(client, table, { ...rowsOf('a').findLast(([name]) => name === table)?.[1], ...changes });

describe('what was written stays', () => {
  test.each([
    'UPDATE "AuditEntry" SET "action" = \'x\'',
    'DELETE FROM "AuditEntry"',
    'TRUNCATE "AuditEntry"',
    'UPDATE "ReportRevision" SET "note" = NULL',
    'DELETE FROM "ReportRevision"',
    'UPDATE "RoundSnapshot" SET "rows" = \'[]\'',
    'DELETE FROM "RoundSnapshot"',
    'TRUNCATE "RoundSnapshot"',
  ])('%s', async (sql) => {
    await expect(client.query(sql)).rejects.toMatchObject({ code: '23000' });
  });

  test('refuses to delete a municipality with history', async () => {
    await expect(client.query('DELETE FROM "Municipality"')).rejects.toMatchObject({ code: /^23/ });
  });

  test('rewrites no entry when an id is changed by hand, even without the guards', async () => {
    await insert('Municipality', { id: other(1), slug: 'toinen', code: null });
    await insert('AuditEntry', { id: other(2), municipalityId: other(1), actorId: id(1) });
    await client.query('ALTER TABLE "AuditEntry" DISABLE TRIGGER USER');
    await client.query('SAVEPOINT before');
    await expect(
      client.query('UPDATE "Municipality" SET "id" = gen_random_uuid() WHERE "id" = $1', [other(1)]),
    ).rejects.toMatchObject({ code: /^23/, constraint: 'AuditEntry_municipalityId_fkey' });
    await client.query('ROLLBACK TO SAVEPOINT before');
    const { rows } = await client.query('SELECT "municipalityId", "actorId" FROM "AuditEntry" WHERE "id" = $1', [
      other(2),
    ]);
    expect(rows).toEqual([{ municipalityId: other(1), actorId: id(1) }]);
  });

  test.each(['Plan', 'Measure', 'Assignment', 'Round', 'RoundSnapshot'])(
    'refuses to delete a %s under what departments said',
    async (table) => {
      const deleted = client.query(`DELETE FROM "${table}"`);
      await expect(deleted).rejects.toMatchObject({ code: expect.stringMatching(/^23(000|001|503)$/) });
    },
  );

  test('deletes a plan that nobody answered for, with its own rows', async () => {
    await client.query('SET LOCAL session_replication_role = replica');
    for (const table of ['ReportRevision', 'ReportDraft', 'ReportComment', 'Report', 'RoundSnapshot']) {
      await client.query(`DELETE FROM "${table}"`);
    }
    await client.query('SET LOCAL session_replication_role = origin');
    await client.query('DELETE FROM "Plan"');
    for (const table of ['Measure', 'Assignment', 'Round', 'Finding']) {
      const { rowCount } = await client.query(`SELECT FROM "${table}"`);
      expect([table, rowCount]).toEqual([table, 0]);
    }
    const { rowCount } = await client.query('SELECT FROM "TermMeasure"');
    expect(rowCount).toBe(1);
  });
});

describe('what belongs together', () => {
  beforeEach(async () => {
    await insert('CouncilTerm', { id: other(3), startYear: 2025, endYear: 2029 });
    await insert('Plan', { id: other(4), year: 2025 });
    await insert('Goal', { id: other(5), councilTermId: other(3) });
    await insert('TermMeasure', { id: other(6), goalId: other(5) });
    await insert('Round', { id: other(15), planId: other(4) });
    await insert('Measure', { id: other(13), planId: other(4) });
    await insert('Assignment', { id: other(14), measureId: other(13) });
  });

  test.each([
    ['Plan_term_check', 'Plan', { id: other(40), year: 2020 }],
    ['Plan_term_check', 'Plan', { id: other(40), year: 2026 }],
    ['Measure_term_check', 'Measure', { id: other(41), code: 'm-9', goalId: other(5) }],
    ['Measure_term_check', 'Measure', { id: other(41), code: 'm-9', termMeasureId: other(6) }],
    ['Report_plan_check', 'Report', { id: other(42), roundId: other(15) }],
    ['Report_plan_check', 'Report', { id: other(42), assignmentId: other(14) }],
    ['FindingMeasure_plan_check', 'FindingMeasure', { measureId: other(13) }],
  ])('%s: %s %j', async (constraint, table, changes) => {
    await expect(insert(table, changes)).rejects.toMatchObject({ code: '23514', constraint });
  });

  test.each([
    ['Plan', { id: other(40), year: 2027, councilTermId: other(3) }],
    ['Measure', { id: other(41), code: 'm-9', termMeasureId: null }],
    ['Report', { id: other(42), roundId: other(15), assignmentId: other(14) }],
  ])('%s %j is let in', async (table, changes) => {
    await insert(table, changes);
  });

  test('checks a row that is moved too', async () => {
    await expect(
      client.query('UPDATE "Measure" SET "goalId" = $1 WHERE "id" = $2', [other(5), id(13)]),
    ).rejects.toMatchObject({ constraint: 'Measure_term_check' });
  });
});
