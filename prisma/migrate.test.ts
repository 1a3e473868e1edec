import { createHash } from 'node:crypto';
import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { migrate } from './migrate.ts';
import { type Migration, migrationsDir, readMigrations } from './migration-files.ts';
import { openSchemaEngine, readSchema } from './schema-engine.ts';
import { createTestDatabase, type TestDatabase } from './testing/test-database.ts';

let database: TestDatabase;
let client: pg.Client;

beforeEach(async () => {
  database = await createTestDatabase({ empty: true });
  client = new pg.Client(database.connectionString);
  await client.connect();
});
afterEach(async () => {
  await client.end();
  await database.drop();
});

const names = readMigrations().map(({ name }) => name);
const written = (name: string, script: string): Migration => ({
  name,
  script,
  checksum: createHash('sha256').update(script).digest('hex'),
});
const applied = async () => {
  const { rows } = await client.query<{ name: string }>(
    'SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL ORDER BY started_at',
  );
  return rows.map(({ name }) => name);
};

test('applies each migration once when four instances start on an empty database', async () => {
  const results = await Promise.all(Array.from({ length: 4 }, () => migrate(database.connectionString)));
  expect(results.flat().toSorted()).toEqual(names);
  expect(await applied()).toEqual(names);
});

test('takes no lock when no migration is pending', async () => {
  await migrate(database.connectionString);
  await client.query('SELECT pg_advisory_lock(7864689468)');
  expect(await migrate(database.connectionString)).toEqual([]);
});

test('waits for another instance that migrates', async () => {
  await client.query('SELECT pg_advisory_lock(7864689468)');
  const waiting = migrate(database.connectionString);
  const early = await Promise.race([waiting, new Promise((resolve) => setTimeout(resolve, 300, 'waits'))]);
  expect(early).toBe('waits');
  await client.query('SELECT pg_advisory_unlock(7864689468)');
  expect(await waiting).toEqual(names);
});

test('names a failing migration, rolls it back, and applies it once mended', async () => {
  const good = written('1_good', 'CREATE TABLE a (); CREATE TABLE b ();');
  const broken = written('2_broken', 'CREATE TABLE c (); SELECT 1 / 0; CREATE TABLE d ();');
  await expect(migrate(database.connectionString, [good, broken])).rejects.toThrow(/2_broken.*division by zero/);
  const { rows } = await client.query(`SELECT to_regclass('b') AS b, to_regclass('c') AS c`);
  expect(rows).toEqual([{ b: 'b', c: null }]);
  expect(await migrate(database.connectionString, [good, written('2_broken', 'CREATE TABLE c ()')])).toEqual([
    '2_broken',
  ]);
});

test('names an applied migration that was edited', async () => {
  await migrate(database.connectionString, [written('1_first', 'CREATE TABLE a ()')]);
  const edited = [written('1_first', 'CREATE TABLE a (b int)'), written('2_second', 'CREATE TABLE c ()')];
  await expect(migrate(database.connectionString, edited)).rejects.toThrow('1_first');
  expect(await applied()).toEqual(['1_first']);
});

test('leaves a database that is ahead of this version as it is', async () => {
  await migrate(database.connectionString);
  expect(await migrate(database.connectionString, readMigrations().slice(0, 1))).toEqual([]);
});

test('names a migration that another tool began and did not finish', async () => {
  await migrate(database.connectionString);
  await client.query(`UPDATE _prisma_migrations SET finished_at = NULL WHERE migration_name = '${names[1]}'`);
  await expect(migrate(database.connectionString)).rejects.toThrow(names[1]);
});

test('satisfies Prisma’s own engine: its table is in order, nothing is pending', async () => {
  await migrate(database.connectionString);
  const engine = await openSchemaEngine(database.connectionString, readSchema());
  const migrationsList = {
    baseDir: migrationsDir,
    lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
    shadowDbInitScript: '',
    migrationDirectories: readMigrations().map(({ name, script }) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok' as const, value: script } },
    })),
  };
  const filters = { externalTables: [], externalEnums: [] };
  expect(
    await engine.diagnoseMigrationHistory({ migrationsList, optInToShadowDatabase: false, filters }),
  ).toMatchObject({
    editedMigrationNames: [],
    failedMigrationNames: [],
    hasMigrationsTable: true,
    history: null,
  });
  expect(await engine.applyMigrations({ migrationsList, filters })).toMatchObject({ appliedMigrationNames: [] });
});

test('creates the same table as Prisma’s own engine', async () => {
  const shape = async (connectionString: string) => {
    const reader = new pg.Client(connectionString);
    await reader.connect();
    const { rows } = await reader.query(
      `SELECT column_name, data_type, character_maximum_length, is_nullable, column_default
       FROM information_schema.columns WHERE table_name = '_prisma_migrations' ORDER BY ordinal_position`,
    );
    await reader.end();
    return rows;
  };
  await migrate(database.connectionString, []);
  await migrate(database.connectionString, [written('1_first', 'SELECT 1')]);
  const theirs = await createTestDatabase({ empty: true });
  const engine = await openSchemaEngine(theirs.connectionString, readSchema());
  await engine.applyMigrations({
    migrationsList: {
      baseDir: migrationsDir,
      lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
      shadowDbInitScript: '',
      migrationDirectories: [
        { path: '1_first', migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: 'SELECT 1' } } },
      ],
    },
    filters: { externalTables: [], externalEnums: [] },
  });
  expect(await shape(database.connectionString)).toEqual(await shape(theirs.connectionString));
  await theirs.drop();
});
