import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { startPostgres } from './embedded-postgres.ts';
import { migrate } from './migrate.ts';
import { migrationsDir, readMigrations } from './migration-files.ts';
import { diffToSchema, readSchema } from './schema-engine.ts';

type Options = { migrationsDir?: string; schemaDir?: string; now?: Date };

/** Writes a migration from the committed ones to the present schema; undefined when there is none to write. */
export async function draftMigration(name: string, options: Options = {}): Promise<string | undefined> {
  if (!/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/.test(name) || name.length > 60) {
    throw new Error(
      `"${name}" is not a name for a migration: lower-case words with _ between them, like add_deadline.`,
    );
  }
  const migrations = options.migrationsDir ?? migrationsDir;
  const script = await scriptFor(migrations, options.schemaDir);
  if (script === '') return undefined;
  const now = (options.now ?? new Date()).toISOString().replaceAll(/\D/g, '').slice(0, 14);
  // Migrations are applied in the order of their names, so a new name must sort last even when a clock was ahead.
  const last = readMigrations(migrations).at(-1)?.name ?? '';
  const stamp = now > last.slice(0, 14) ? now : String(Number(last.slice(0, 14)) + 1);
  const folder = join(migrations, `${stamp}_${name}`);
  mkdirSync(folder);
  const file = join(folder, 'migration.sql');
  writeFileSync(file, script);
  return file;
}

async function scriptFor(migrations: string, schemaDir: string | undefined): Promise<string> {
  const dataDir = mkdtempSync(join(tmpdir(), 'vointi-draft-'));
  try {
    const postgres = await startPostgres({ dataDir, durable: false });
    try {
      await migrate(postgres.connectionString, readMigrations(migrations));
      return await diffToSchema(postgres.connectionString, readSchema(schemaDir));
    } finally {
      await postgres.stop();
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

if (import.meta.main) {
  try {
    const file = await draftMigration(process.argv[2] ?? '');
    console.log(file ? `Wrote ${relative('.', file)}. Read it before you commit it.` : 'nothing to draft');
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
