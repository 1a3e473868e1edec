import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import pg from 'pg';
import { importPlan } from '@vointi/api/features/plan/import.ts';
import { BoardStore } from '@vointi/api/features/plan/public.ts';
import { Changes } from '@vointi/api/platform/live.ts';
import { closeDb, createDb, type Db } from '@vointi/db/client.ts';
import { makePlan } from '@vointi/db/seed/make-plan.ts';
import { PlanFile } from '@vointi/shared/plan/interchange.ts';
import { interleaved, print, wallMs } from './figures.ts';
import { ask } from './http.ts';

type Statement = { sql: string; values: unknown[] };

/** A database client that records every raw statement; any other access throws. */
const recorded = (db: Db, statements: Statement[]): Db =>
  ({
    $queryRawUnsafe: (sql: string, ...values: unknown[]) => {
      statements.push({ sql, values });
      return db.$queryRawUnsafe(sql, ...values);
    },
  }) as unknown as Db;

async function miss(db: Db, changes: Changes, slug: string, year: number) {
  const store = new BoardStore(db, changes);
  const kept = await store.get(slug, year);
  store.close();
  if (!kept) throw new Error(`There is no board of ${slug} ${year}.`);
}

const sizes = { small: { slug: 'pienila', measures: 300 }, large: { slug: 'suurila', measures: 30_000 } };
const year = 2025;
const answersASample = 200;

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** Milliseconds of one run of the work. */
const onCleanHeap = (work: () => Promise<void>, times: number) => async () => {
  collectGarbage();
  return (await wallMs(work)) / times;
};

async function load(db: Db, { slug, measures }: { slug: string; measures: number }) {
  // Departments grow in proportion, so that each answers for as much in both; the file format takes at most 500.
  const departments = measures / 60;
  const plan = makePlan({ slug, name: slug, year, goals: 6, measures, departments, rounds: 2, seed: 1 });
  const result = await importPlan(db, PlanFile.parse(plan));
  if ('problems' in result) throw new Error(JSON.stringify(result.problems));
}

/** Reading a board after a change, and how its cost and that of a filtered answer grow with the plan. */
export async function benchReadBoard(productUrl: string, connectionString: string): Promise<void> {
  const db = createDb(connectionString);
  const pool = new pg.Pool({ connectionString, max: 10 });
  // The app is not started: it neither listens nor logs.
  const changes = new Changes({ connectionString, log: {} as never });
  try {
    const statements: Statement[] = [];
    await miss(recorded(db, statements), changes, 'kouvola', 2024);
    print({ what: 'Queries of a board that is not kept', value: statements.length, goal: 3 });

    const [head, ...others] = statements;
    const run = ({ sql, values }: Statement) => pool.query(sql, values);
    const plain = async () => {
      if (!head) return '';
      const found = await run(head);
      const rest = await Promise.all(others.map(run));
      return JSON.stringify([found, ...rest].map(({ rows }) => rows as unknown));
    };
    const many = (work: () => Promise<unknown>) => () =>
      wallMs(async () => {
        for (let time = 0; time < 20; time += 1) await work();
      });
    const subjects = {
      board: many(() => miss(db, changes, 'kouvola', 2024)),
      plain: many(plain),
      same: many(plain),
    };
    for (const warm of Object.values(subjects)) await warm();
    const cost = await interleaved(9, subjects);
    print({
      what: 'Board after a change ÷ the same statements by pg and JSON.stringify',
      value: cost.board / cost.plain,
      goal: 2,
      control: cost.same / cost.plain,
      note: `(${(cost.board / 20).toFixed(1)} ms against ${(cost.plain / 20).toFixed(1)} ms)`,
    });

    await load(db, sizes.small);
    await load(db, sizes.large);
    // As many small reads as take the time of a large one, each sample on a collected heap.
    const missOf = (slug: string, times: number) =>
      onCleanHeap(async () => {
        for (let time = 0; time < times; time += 1) await miss(db, changes, slug, year);
      }, times);
    const grown = {
      small: missOf(sizes.small.slug, 50),
      large: missOf(sizes.large.slug, 1),
      same: missOf(sizes.small.slug, 50),
    };
    for (const warm of Object.values(grown)) await warm();
    const board = await interleaved(12, grown);
    print({
      what: '300 → 30 000 measures, a board read anew',
      value: board.large / board.small,
      goal: 120,
      unit: '×',
      control: board.same / board.small,
      note: `(${board.small.toFixed(0)} → ${board.large.toFixed(0)} ms)`,
    });

    const filtered = (slug: string) => {
      const address = `${productUrl}/api/v1/municipalities/${slug}/plans/${year}/board?department=vastuutaho-1`;
      return onCleanHeap(async () => {
        for (let time = 0; time < answersASample; time += 1) {
          const { status } = await ask(address);
          if (status !== 200) throw new Error(`${address} answered ${status}.`);
        }
      }, answersASample);
    };
    const filters = {
      small: filtered(sizes.small.slug),
      large: filtered(sizes.large.slug),
      same: filtered(sizes.small.slug),
    };
    for (const warm of Object.values(filters)) await warm();
    const answer = await interleaved(15, filters);
    print({
      what: '300 → 30 000 measures, an answer filtered to one department',
      value: answer.large / answer.small,
      goal: 3,
      unit: '×',
      control: answer.same / answer.small,
      note: `(${answer.small.toFixed(2)} → ${answer.large.toFixed(2)} ms)`,
    });
  } finally {
    await pool.end();
    await closeDb(db);
  }
}
