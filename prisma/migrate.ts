import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { type Migration, readMigrations } from './migration-files.ts';

/** Key of an advisory lock, the same in every instance. */
const lock = 7_864_689_468;

/** Prisma's own table, so that its tools find what they expect. */
const table = `
CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id                  VARCHAR(36) PRIMARY KEY NOT NULL,
  checksum            VARCHAR(64) NOT NULL,
  finished_at         TIMESTAMPTZ,
  migration_name      VARCHAR(255) NOT NULL,
  logs                TEXT,
  rolled_back_at      TIMESTAMPTZ,
  started_at          TIMESTAMPTZ NOT NULL DEFAULT now(),
  applied_steps_count INTEGER NOT NULL DEFAULT 0
)`;

type Row = { migration_name: string; checksum: string; finished_at: Date | null };

/**
 * Applies the pending migrations, and returns their names.
 * A migration and its row in Prisma's table are one transaction, so a killed process leaves nothing half applied.
 * Instances that start together wait for each other.
 */
export async function migrate(connectionString: string, migrations = readMigrations()): Promise<string[]> {
  const client = new pg.Client({
    connectionString,
    application_name: 'vointi migrate',
    connectionTimeoutMillis: 5_000,
  });
  await client.connect();
  try {
    if (pendingOf(migrations, await readRows(client)).length === 0) return [];
    await client.query('SELECT pg_advisory_lock($1)', [lock]);
    await client.query(table);
    const pending = pendingOf(migrations, await readRows(client));
    for (const migration of pending) await apply(client, migration);
    return pending.map(({ name }) => name);
  } finally {
    await client.end();
  }
}

async function readRows(client: pg.Client): Promise<Row[]> {
  const { rows: found } = await client.query(`SELECT to_regclass('_prisma_migrations') IS NOT NULL AS is_there`);
  if (!found[0].is_there) return [];
  const { rows } = await client.query<Row>(
    'SELECT migration_name, checksum, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL',
  );
  return rows;
}

function pendingOf(migrations: readonly Migration[], rows: readonly Row[]): Migration[] {
  const unfinished = rows.find((row) => row.finished_at === null);
  if (unfinished) throw new Error(`Migration ${unfinished.migration_name} was begun by another tool and not finished.`);
  const applied = new Map(rows.map((row) => [row.migration_name, row.checksum]));
  for (const { name, checksum } of migrations) {
    if ((applied.get(name) ?? checksum) !== checksum) {
      throw new Error(
        `Migration ${name} is not what was applied to this database: write a new one instead of editing it.`,
      );
    }
  }
  return migrations.filter(({ name }) => !applied.has(name));
}

async function apply(client: pg.Client, { name, script, checksum }: Migration): Promise<void> {
  const startedAt = new Date();
  await client.query('BEGIN');
  try {
    await client.query(script);
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, $4, clock_timestamp(), 1)`,
      [randomUUID(), checksum, name, startedAt],
    );
    await client.query('COMMIT');
  } catch (cause) {
    throw new Error(`Migration ${name} failed: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}
