import { setTimeout as sleep } from 'node:timers/promises';
import type { TestApp } from './test-app.ts';

type Answers<A extends (() => PromiseLike<unknown>)[]> = { [K in keyof A]: Awaited<ReturnType<A[K]>> };

/**
 * What comes of several that all need one person's row at the same moment, in this order: the row is held until each of
 * them has come as far as it can.
 */
export async function heldUp<A extends (() => PromiseLike<unknown>)[]>(
  { db }: TestApp,
  userId: string,
  ...asks: A
): Promise<Answers<A>> {
  const asked: Promise<unknown>[] = [];
  await db.$transaction(async (tx) => {
    await tx.$executeRaw`select from "User" where id = ${userId}::uuid for update`;
    for (const ask of asks) {
      asked.push(Promise.resolve(ask()));
      while ((await waitingIn(tx)) < asked.length) await sleep(10);
    }
  });
  return (await Promise.all(asked)) as Answers<A>;
}

/** How many connections to this database wait for a lock. Not by pg_stat_activity: a transaction sees one state of it. */
async function waitingIn(tx: Pick<TestApp['db'], '$queryRaw'>): Promise<number> {
  const [row] = await tx.$queryRaw<{ waiting: number }[]>`
    select count(distinct w.pid)::int as waiting from pg_locks w
    where not w.granted and exists (select from pg_locks h join pg_database d on d.oid = h.database
      where h.pid = w.pid and d.datname = current_database())`;
  return row?.waiting ?? 0;
}
