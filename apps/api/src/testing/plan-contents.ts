import { closeDb, createDb, type Db } from '@vointi/db/client.ts';
import { createTestDatabase } from '@vointi/db/testing/test-database.ts';
import { checkPlanFile } from '@vointi/shared/plan/check.ts';
import type { PlanFile } from '@vointi/shared/plan/interchange.ts';
import { afterAll, beforeAll } from 'vitest';

/** A database for the tests of one file. */
export function useDatabase() {
  const used: { db?: Db; connectionString?: string; end?: () => Promise<void> } = {};
  beforeAll(async () => {
    const database = await createTestDatabase();
    const db = createDb(database.connectionString);
    Object.assign(used, {
      db,
      connectionString: database.connectionString,
      end: () => closeDb(db).then(() => database.drop()),
    });
  });
  afterAll(() => used.end?.());
  const present = <V>(value: V | undefined): V => {
    if (value === undefined) throw new Error('only inside a test');
    return value;
  };
  return {
    get db() {
      return present(used.db);
    },
    get connectionString() {
      return present(used.connectionString);
    },
  };
}

/** A fingerprint of every row of every table: equal when nothing at all has changed. */
export async function contentsOf(db: Db): Promise<Record<string, string>> {
  const tables = await db.$queryRaw<{ name: string }[]>`
    select tablename as name from pg_tables where schemaname = current_schema() order by 1`;
  const each = tables.map(
    ({ name }) =>
      `select '${name}' as name, count(*) || ' ' || coalesce(md5(string_agg(t::text, ',' order by t::text)), '') as rows from "${name}" t`,
  );
  const rows = await db.$queryRawUnsafe<{ name: string; rows: string }[]>(each.join(' union all '));
  return Object.fromEntries(rows.map((row) => [row.name, row.rows]));
}

export function checked(file: unknown): PlanFile {
  const result = checkPlanFile(file);
  if ('problems' in result) throw new Error(JSON.stringify(result.problems.slice(0, 5)));
  return result.plan;
}
