import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { canRewriteAudit, grantApp } from './app-role.ts';
import { insertRow, rowsOf } from './testing/rows.ts';
import { createTestDatabase, type TestDatabase } from './testing/test-database.ts';

let database: TestDatabase;
let app: pg.Client;

beforeAll(async () => {
  database = await createTestDatabase();
  const owner = new pg.Client(database.connectionString);
  await owner.connect();
  for (const [table, row] of rowsOf('a')) await insertRow(owner, table, row);
  await owner.end();
  app = new pg.Client(database.appConnectionString);
  await app.connect();
});
afterAll(async () => {
  await app.end();
  await database.drop();
});
beforeEach(async () => {
  await app.query('BEGIN');
});
afterEach(async () => {
  await app.query('ROLLBACK');
});

const denied = { code: '42501' };

describe('the application cannot', () => {
  test.each([
    `UPDATE "AuditEntry" SET "action" = 'x'`,
    'DELETE FROM "AuditEntry"',
    'TRUNCATE "AuditEntry"',
    'ALTER TABLE "AuditEntry" DISABLE TRIGGER ALL',
    'DROP TABLE "AuditEntry"',
    'UPDATE "ReportRevision" SET "note" = NULL',
    'DELETE FROM "ReportRevision"',
    `UPDATE "RoundSnapshot" SET "rows" = '[]'`,
    'CREATE TABLE mine (id int)',
    'CREATE FUNCTION mine() RETURNS int LANGUAGE sql RETURN 1',
    'DELETE FROM _prisma_migrations',
    'CREATE ROLE other SUPERUSER',
    `SET session_replication_role = 'replica'`,
  ])('%s', async (sql) => {
    await expect(app.query(sql)).rejects.toMatchObject(denied);
  });
});

describe('the application can', () => {
  test.each([
    'SELECT FROM "AuditEntry"',
    `UPDATE "Municipality" SET "slug" = 'uusi'`,
    'DELETE FROM "Session"',
    // The database deletes the history together with its report; the application may not.
    'DELETE FROM "Report"',
  ])('%s', async (sql) => {
    await app.query(sql);
  });

  test('add to the audit log', async () => {
    const entry = rowsOf('a').find(([table]) => table === 'AuditEntry')?.[1];
    await insertRow(app, 'AuditEntry', { ...entry, id: 'aaaaaaaa-0000-7000-8000-000000000001', sequence: 2 });
  });
});

test('names who could rewrite the audit log', async () => {
  expect(await canRewriteAudit(database.connectionString)).toBe(true);
  expect(await canRewriteAudit(database.appConnectionString)).toBe(false);
});

test('changes nothing when granted again, also by two at once', async () => {
  const { connectionString, appConnectionString } = database;
  await Promise.all([1, 2, 3].map(() => grantApp(connectionString, appConnectionString)));
  await expect(app.query('DELETE FROM "AuditEntry"')).rejects.toMatchObject(denied);
});

describe('a role of its own that', () => {
  const name = `rewriter_${process.pid}`;
  let owner: pg.Client;
  beforeAll(async () => {
    owner = new pg.Client(database.connectionString);
    await owner.connect();
    await owner.query(`CREATE ROLE ${name} LOGIN NOINHERIT PASSWORD 'only-for-tests'; CREATE ROLE ${name}_group`);
    await owner.query(`GRANT SELECT, INSERT ON "AuditEntry" TO ${name}`);
  });
  afterAll(async () => {
    await owner.query(`DROP OWNED BY ${name}, ${name}_group; DROP ROLE ${name}, ${name}_group`);
    await owner.end();
  });
  const isTold = () =>
    canRewriteAudit(
      Object.assign(new URL(database.connectionString), { username: name, password: 'only-for-tests' }).href,
    );

  test.each([
    ['may empty it', `GRANT TRUNCATE ON "AuditEntry" TO ${name}`, `REVOKE TRUNCATE ON "AuditEntry" FROM ${name}`],
    ['may delete', `GRANT DELETE ON "AuditEntry" TO ${name}`, `REVOKE DELETE ON "AuditEntry" FROM ${name}`],
    [
      'may change a column',
      `GRANT UPDATE ("after") ON "AuditEntry" TO ${name}`,
      `REVOKE UPDATE ("after") ON "AuditEntry" FROM ${name}`,
    ],
    ['is a superuser', `ALTER ROLE ${name} SUPERUSER`, `ALTER ROLE ${name} NOSUPERUSER`],
    [
      'can become one who may',
      `GRANT UPDATE ON "AuditEntry" TO ${name}_group; GRANT ${name}_group TO ${name}`,
      `REVOKE ${name}_group FROM ${name}`,
    ],
    [
      'owns it',
      `ALTER TABLE "AuditEntry" OWNER TO ${name}`,
      `ALTER TABLE "AuditEntry" OWNER TO CURRENT_USER; GRANT SELECT, INSERT ON "AuditEntry" TO ${name}`,
    ],
    [
      'owns the schema and could drop it',
      `ALTER SCHEMA public OWNER TO ${name}`,
      'ALTER SCHEMA public OWNER TO CURRENT_USER',
    ],
  ])('%s is told', async (_how, give, take) => {
    expect(await isTold()).toBe(false);
    await owner.query(give);
    expect(await isTold()).toBe(true);
    await owner.query(take);
    expect(await isTold()).toBe(false);
  });
});

test('revokes a grant that was given by hand', async () => {
  const owner = new pg.Client(database.connectionString);
  await owner.connect();
  await owner.query('GRANT UPDATE ON "AuditEntry" TO PUBLIC');
  expect(await canRewriteAudit(database.appConnectionString)).toBe(true);
  await owner.query('REVOKE UPDATE ON "AuditEntry" FROM PUBLIC');
  const { username } = new URL(database.appConnectionString);
  await owner.query(`GRANT UPDATE ON "AuditEntry" TO ${username}`);
  await owner.end();
  expect(await canRewriteAudit(database.appConnectionString)).toBe(true);
  await grantApp(database.connectionString, database.appConnectionString);
  expect(await canRewriteAudit(database.appConnectionString)).toBe(false);
});

test('says what to do when the owner may not create roles', async () => {
  const other = new URL(database.appConnectionString);
  other.username = 'somebody';
  await expect(grantApp(database.appConnectionString, other.href)).rejects.toThrow(/role somebody .* by hand/);
});
