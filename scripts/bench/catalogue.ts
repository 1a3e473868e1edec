import pg from 'pg';
import { listIndicators } from '@vointi/api/features/indicator/list.ts';
import { closeDb, createDb, type Db } from '@vointi/db/client.ts';
import { fillCatalogue } from '@vointi/db/seed/fill-catalogue.ts';
import { anonymous } from '@vointi/shared/access/grant.ts';
import { interleaved, print, wallMs } from './figures.ts';
import { ask } from './http.ts';

type Statement = { sql: string; values: unknown[] };

const recorded = (db: Db, statements: Statement[]): Db =>
  ({
    $queryRawUnsafe: (sql: string, ...values: unknown[]) => {
      statements.push({ sql, values });
      return db.$queryRawUnsafe(sql, ...values);
    },
  }) as unknown as Db;

const key = { slug: 'esimerkkila', year: 2026 };
const reader = { actor: anonymous, grant: { municipalityId: null, reach: 'public', departmentIds: [] } } as const;
const noFilter = { goal: [], measure: [], set: [], kind: [], ageGroup: [], source: [] };
const times = 5;

/** One page of a catalogue of 1 000 indicators × 20 years × 4 age groups × 3 sexes, with its board not in memory. */
export async function benchCatalogue(productUrl: string, connectionString: string): Promise<void> {
  const db = createDb(connectionString);
  const pool = new pg.Pool({ connectionString, max: 10 });
  const page = (from: Db) =>
    listIndicators({ db: from, boards: { peek: () => undefined } } as never, key, noFilter, reader);
  try {
    await fillCatalogue(db, { slug: key.slug, indicators: 1000, years: 20 });
    const statements: Statement[] = [];
    await page(recorded(db, statements));
    print({ what: 'Queries of a page of 1 000 indicators with 240 000 values', value: statements.length, goal: 4 });
    const plain = async () => {
      const rows: unknown[] = [];
      for (const { sql, values } of statements) rows.push((await pool.query(sql, values)).rows);
      return JSON.stringify(rows);
    };
    const many = (work: () => Promise<unknown>) => () =>
      wallMs(async () => {
        for (let time = 0; time < times; time += 1) await work();
      });
    const subjects = { page: many(() => page(db)), plain: many(plain), same: many(plain) };
    for (const warm of Object.values(subjects)) await warm();
    const cost = await interleaved(9, subjects);
    print({
      what: 'The page ÷ the same statements by pg and JSON.stringify',
      value: cost.page / cost.plain,
      goal: 2,
      control: cost.same / cost.plain,
      note: `(${(cost.page / times).toFixed(0)} ms against ${(cost.plain / times).toFixed(0)} ms)`,
    });
    const address = `${productUrl}/api/v1/municipalities/${key.slug}/plans/${key.year}/indicators`;
    await ask(address);
    const wall = await wallMs(async () => {
      for (let time = 0; time < times; time += 1) await ask(address);
    });
    print({ what: 'The same page over HTTP', value: wall / times, unit: ' ms' });
  } finally {
    await pool.end();
    await closeDb(db);
  }
}
