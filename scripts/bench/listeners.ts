import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { startProduct } from '../product.ts';
import { print, wallMs } from './figures.ts';
import { load, metric } from './http.ts';
import { type Attempt, Listener } from './listener.ts';

const amount = 2000;
const addresses = 40;
const changes = 7;
const path = '/api/v1/municipalities/kouvola/events';

/** Repeatable random numbers: mulberry32. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

async function until(isSo: () => boolean, what: string, withinMs: number): Promise<void> {
  const before = performance.now();
  while (!isSo()) {
    if (performance.now() - before > withinMs) throw new Error(`${what} within ${withinMs / 1000} s: no.`);
    await wait(5);
  }
}

/** The greatest number in any second, wherever it begins. */
function busiestSecond(times: readonly number[]): number {
  const sorted = times.toSorted((a, b) => a - b);
  let [most, from] = [0, 0];
  for (let to = 0; to < sorted.length; to += 1) {
    while (sorted[to]! - sorted[from]! >= 1000) from += 1;
    most = Math.max(most, to - from + 1);
  }
  return most;
}

/** Raises a plan's revision and notifies every instance, as a change does. */
const change = async (client: pg.Client): Promise<number> => {
  const { rows } = await client.query<{ revision: number }>(`
    with changed as (
      update "Plan" p set revision = revision + 1 from "Municipality" m
      where m.id = p."municipalityId" and m.slug = 'kouvola' returning p.id, p.revision)
    select revision, pg_notify('plan_changed', id::text) from changed`);
  return rows[0]?.revision ?? NaN;
};

/** Two thousand listeners in this process on a product of their own: memory, delay of a change, reconnecting. */
export async function benchListeners(dataDir: string): Promise<void> {
  const random = seeded(2026);
  let product = await startProduct(dataDir);
  const { url } = product;
  const attempts: Attempt[] = [];
  const heard = new Map<number, number>();
  const listeners = Array.from(
    { length: amount },
    (_, at) =>
      new Listener({
        url,
        path,
        random,
        address: `192.0.2.${at % addresses}`,
        onAttempt: (attempt) => attempts.push(attempt),
        onPlan: (revision) => heard.set(revision, (heard.get(revision) ?? 0) + 1),
      }),
  );
  const open = () => listeners.filter(({ isOpen }) => isOpen).length;
  const client = new pg.Client({ connectionString: product.connectionString });
  client.on('error', () => undefined);
  try {
    await client.connect();
    // Warms up, so that one-time costs and short-lived memory do not count.
    await load(`${url}/api/v1/municipalities/kouvola/plans/2024/board`, { cookie: 'a=b' }, 200, 6000);
    for (const listener of listeners.slice(0, 50)) listener.come();
    await until(() => open() === 50, 'The first fifty listen', 20_000);
    await wait(3000);
    const before = await metric(url, 'process_resident_memory_bytes');
    for (const listener of listeners.slice(50)) {
      listener.come();
      await wait(12);
    }
    await until(() => open() === amount, 'All listen', 120_000);
    // Waits for a heartbeat of all.
    await wait(16_000);
    const after = await metric(url, 'process_resident_memory_bytes');
    print({ what: 'Memory of one listener', value: (after - before) / (amount - 50) / 1000, goal: 40, unit: ' kB' });

    const times: number[] = [];
    for (let round = 0; round < changes; round += 1) {
      times.push(
        await wallMs(async () => {
          const revision = await change(client);
          await until(() => heard.get(revision) === amount, 'A change reaches everybody', 30_000);
        }),
      );
      await wait(500);
    }
    const slowest = Math.max(...times);
    print({
      what: 'A change to the last of 2 000 listeners, slowest of seven',
      value: slowest,
      goal: 1000,
      unit: ' ms',
    });

    attempts.length = 0;
    await product.stop();
    product = await startProduct(dataDir, { port: Number(new URL(url).port) });
    const backAt = performance.now();
    await until(() => open() === amount, 'All are back', 120_000);
    // Attempts while the service is down cost it nothing.
    const reached = attempts.filter(({ status }) => status !== 0);
    const busiest = busiestSecond(reached.map(({ at }) => at));
    print({ what: 'After a restart, attempts in the busiest second', value: busiest, goal: 100 });
    const refused = reached.filter(({ status }) => status === 503).length;
    print({
      what: 'After a restart, the last of 2 000 is back',
      value: (performance.now() - backAt) / 1000,
      goal: 35,
      unit: ' s',
      note: `${reached.length} attempts reached it, ${refused} were refused; ${attempts.length - reached.length} found it stopped`,
    });
  } finally {
    for (const listener of listeners) listener.leave();
    await client.end().catch(() => undefined);
    await product.stop();
  }
}
