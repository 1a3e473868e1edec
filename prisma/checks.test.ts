import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { badRows, phrases, texts } from './testing/bad-rows.ts';
import { insertRow, type Row, rowsOf } from './testing/rows.ts';
import { createTestDatabase, type TestDatabase } from './testing/test-database.ts';

let database: TestDatabase;
let client: pg.Client;

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

/** The constraint that refuses the changed row. A row that passes all checks meets a key that is taken already. */
async function refusalOf(table: string, changes: Row): Promise<string> {
  const good = rowsOf('a').findLast(([name]) => name === table)?.[1];
  try {
    await insertRow(client, table, { ...good, ...changes });
    return 'nothing';
  } catch (error) {
    const { constraint, message } = error as pg.DatabaseError;
    return constraint ?? message;
  }
}

test.each(badRows)('%s, rule %s: %j', async (table, rule, changes) => {
  expect(await refusalOf(table, changes)).toBe(`${table}_${rule}_check`);
});

test('has a refused row for every check', async () => {
  const { rows } = await client.query<{ conname: string }>(
    `SELECT conname FROM pg_constraint WHERE contype = 'c' AND connamespace = 'public'::regnamespace`,
  );
  const covered = new Set(badRows.map(([table, rule]) => `${table}_${rule}_check`));
  expect(rows.map(({ conname }) => conname).filter((name) => !covered.has(name))).toEqual([]);
  expect(rows.length).toBeGreaterThan(100);
});

test.each(texts)('%s.%s holds what the interchange format lets in: %i characters', async (table, column, max) => {
  const changes = column === 'text' && table === 'IndicatorValue' ? { kind: 'text', number: null } : {};
  const text = { fi: 'ä'.repeat(max), sv: '😀'.repeat(max / 2), en: 'x', de: 'ß'.repeat(max) };
  expect(await refusalOf(table, { ...changes, [column]: text })).toMatch(/_pkey$/);
});

test.each(phrases)('%s.%s holds %i characters', async (table, column, max) => {
  expect(await refusalOf(table, { [column]: 'ä'.repeat(max) })).toMatch(/_pkey$/);
});

test.each([
  ['IndicatorValue', { number: null, isMissing: true }],
  ['IndicatorValue', { number: 0 }],
  ['IndicatorValue', { period: null }],
  ['IndicatorValue', { period: '2023-2024' }],
  ['IndicatorValue', { kind: 'yes_no', number: null, yesNo: false }],
  ['IndicatorValue', { kind: 'milestone', number: null, milestone: '2023-09-30' }],
  ['Round', { state: 'closed', opensAt: null, closesAt: null, decisionDate: null, decisionSection: null }],
  ['Report', { confirmed: false, progress: null, note: null, evidence: null, onBehalfOf: null, authorId: null }],
  ['Municipality', { code: null }],
  ['Department', { aliases: [], successorId: null, validFrom: null, shortName: null }],
  ['User', { issuer: null, subject: null, passwordHash: null }],
  ['User', { language: 'de' }],
  ['Municipality', { languages: ['fi', 'de', 'sv', 'en'] }],
  ['Display', { language: 'de' }],
  ['User', { issuer: 'https://id.example', subject: 'x', passwordHash: null, email: null }],
  ['User', { removedAt: '2026-01-01T00:00:00Z', passwordHash: null, email: null }],
  ['AuditEntry', { municipalityId: null }],
  ['Membership', { role: 'leader', departmentId: null }],
  ['Plan', { focus: [] }],
])('%s may be %j', async (table, changes) => {
  expect(await refusalOf(table, changes)).toMatch(/_pkey$/);
});

test('checks rows with an empty search path, as in a restore', async () => {
  await client.query(`BEGIN; SET LOCAL search_path = ''`);
  await client.query(
    `INSERT INTO public."Municipality" ("id", "slug", "name") VALUES (gen_random_uuid(), 'kunta', '{"fi": "Kunta"}')`,
  );
  await client.query('ROLLBACK');
});

test('refuses a second value or membership with the same key, nulls included', async () => {
  const value = { id: 'aaaaaaaa-0000-7000-8000-000000000001', period: null };
  await client.query('BEGIN');
  await insertRow(client, 'IndicatorValue', {
    ...rowsOf('a').find(([table]) => table === 'IndicatorValue')?.[1],
    ...value,
  });
  const again = await refusalOf('IndicatorValue', { ...value, id: 'aaaaaaaa-0000-7000-8000-000000000002' });
  expect(again).toBe('IndicatorValue_indicatorId_period_ageGroup_sex_area_key');
  await client.query('ROLLBACK; BEGIN');
  const member = { id: 'aaaaaaaa-0000-7000-8000-000000000003', role: 'leader', departmentId: null };
  await insertRow(client, 'Membership', { ...rowsOf('a').find(([table]) => table === 'Membership')?.[1], ...member });
  const twice = await refusalOf('Membership', { ...member, id: 'aaaaaaaa-0000-7000-8000-000000000004' });
  expect(twice).toBe('Membership_userId_municipalityId_role_departmentId_key');
  await client.query('ROLLBACK');
});
