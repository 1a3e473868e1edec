import { setTimeout as sleep } from 'node:timers/promises';
import type { Tx } from '@vointi/db/client.ts';
import { retryOnDeadlock } from '../platform/retry-on-deadlock.ts';
import type { TestApp } from './test-app.ts';

type Answers<A extends (() => PromiseLike<unknown>)[]> = { [K in keyof A]: Awaited<ReturnType<A[K]>> };

/** Runs requests that need a locked row; they queue for it in this order, and the lock is released when all wait. */
export async function whileLocked<A extends (() => PromiseLike<unknown>)[]>(
  { db }: Pick<TestApp, 'db'>,
  hold: (tx: Tx) => Promise<unknown>,
  ...asks: A
): Promise<Answers<A>> {
  const requests: Promise<unknown>[] = [];
  await db.$transaction(async (tx) => {
    await hold(tx);
    for (const ask of asks) {
      requests.push(Promise.resolve(ask()));
      while ((await waitingIn(tx)) < requests.length) await sleep(10);
    }
  });
  return (await Promise.all(requests)) as Answers<A>;
}

/** The same for a person's row. */
export const whilePersonLocked = <A extends (() => PromiseLike<unknown>)[]>(
  test: Pick<TestApp, 'db'>,
  userId: string,
  ...asks: A
): Promise<Answers<A>> =>
  whileLocked(test, (tx) => tx.$executeRaw`select from "User" where id = ${userId}::uuid for update`, ...asks);

/** The answer to a request while a lock is held; 'waits' when it comes only after the release. */
export async function answerWhileLocked<T>(
  { db }: Pick<TestApp, 'db'>,
  hold: (tx: Tx) => Promise<unknown>,
  ask: () => PromiseLike<T>,
): Promise<T | 'waits'> {
  let request: Promise<T> | undefined;
  const first = await db.$transaction(async (tx) => {
    await hold(tx);
    let answer: { is: T } | undefined;
    request = Promise.resolve(ask());
    const answered = request.then((is) => (answer = { is }));
    while (!answer && (await waitingIn(tx)) === 0) await Promise.race([answered, sleep(10)]);
    return answer;
  });
  await request;
  return first ? first.is : 'waits';
}

/** The answer to a request in a deadlock: PostgreSQL aborts one of the two transactions. */
export async function whileDeadlocked<T>(
  { db }: Pick<TestApp, 'db'>,
  { hold, need }: { hold: (tx: Tx) => Promise<unknown>; need: (tx: Tx) => Promise<unknown> },
  ask: () => PromiseLike<T>,
): Promise<T> {
  let request: Promise<T> | undefined;
  await retryOnDeadlock(() =>
    db.$transaction(async (tx) => {
      await hold(tx);
      request ??= Promise.resolve(ask());
      while ((await waitingIn(tx)) === 0) await sleep(10);
      await need(tx);
    }),
  );
  return request as Promise<T>;
}

/** The number of connections to this database that wait for a lock. A transaction sees only one state of pg_stat_activity. */
async function waitingIn(tx: Tx): Promise<number> {
  const [row] = await tx.$queryRaw<{ waiting: number }[]>`
    select count(distinct w.pid)::int as waiting from pg_locks w
    where not w.granted and exists (select from pg_locks h join pg_database d on d.oid = h.database
      where h.pid = w.pid and d.datname = current_database())`;
  return row?.waiting ?? 0;
}
