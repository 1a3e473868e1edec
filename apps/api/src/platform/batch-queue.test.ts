import { afterEach, expect, it, vi } from 'vitest';
import { BatchQueue } from './batch-queue.ts';

afterEach(() => vi.useRealTimers());

/** Work that answers when the test lets it. */
function controlledWork() {
  const batches: { items: readonly string[]; answer: () => void; fail: () => void }[] = [];
  const work = (items: readonly string[]) => {
    const { promise, resolve, reject } = Promise.withResolvers<string[]>();
    const answer = () => resolve(items.map((item) => `${item}!`));
    batches.push({ items, answer, fail: () => reject(new Error(items.join())) });
    return promise;
  };
  return { batches, work };
}
const contentsOf = (batches: { items: readonly string[] }[]) => batches.map(({ items }) => items.join(''));

it('sends a single item at once, and batches items that come while statements run', async () => {
  const { batches, work } = controlledWork();
  const queue = new BatchQueue(work, { atOnce: 2, maxItems: 3 });
  const answers = [...'abcdefg'].map((letter) => queue.ask(letter));
  expect(contentsOf(batches)).toEqual(['a', 'b']);
  batches[1]?.answer();
  expect(await answers[1]).toBe('b!');
  await expect.poll(() => contentsOf(batches)).toEqual(['a', 'b', 'cde']);
  batches[2]?.answer();
  await expect.poll(() => contentsOf(batches)).toEqual(['a', 'b', 'cde', 'fg']);
  batches[0]?.answer();
  batches[3]?.answer();
  expect(await Promise.all(answers)).toEqual(['a!', 'b!', 'c!', 'd!', 'e!', 'f!', 'g!']);
});

it('runs the second item of a key after the first', async () => {
  const { batches, work } = controlledWork();
  const queue = new BatchQueue(work, { atOnce: 2, keyOf: (item) => item.toLowerCase() });
  const answers = ['x', 'a', 'X', 'A', 'b'].map((letter) => queue.ask(letter));
  batches[1]?.answer();
  await expect.poll(() => contentsOf(batches)).toEqual(['x', 'a', 'Ab']);
  batches[0]?.answer();
  await expect.poll(() => contentsOf(batches)).toEqual(['x', 'a', 'Ab', 'X']);
  for (const one of batches) one.answer();
  expect(await Promise.all(answers)).toEqual(['x!', 'a!', 'X!', 'A!', 'b!']);
});

it('abandons a statement that never answers, and continues', async () => {
  vi.useFakeTimers();
  const { batches, work } = controlledWork();
  const queue = new BatchQueue(work, { atOnce: 1, patienceMs: 10_000 });
  const hung = queue.ask('a');
  const next = queue.ask('b');
  const outcome = expect(hung).rejects.toMatchObject({ code: 'unavailable', status: 503 });
  await vi.advanceTimersByTimeAsync(9999);
  expect(contentsOf(batches)).toEqual(['a']);
  await vi.advanceTimersByTimeAsync(1);
  await outcome;
  expect(contentsOf(batches)).toEqual(['a', 'b']);
  batches[1]?.answer();
  expect(await next).toBe('b!');
  await vi.advanceTimersByTimeAsync(0);
  expect(vi.getTimerCount()).toBe(0);
});

it('rejects with 503 when the queue is full, and lets the others wait', async () => {
  const { batches, work } = controlledWork();
  const queue = new BatchQueue(work, { atOnce: 1, maxWaiting: 2 });
  const [first, second, third, fourth] = [...'abcd'].map((letter) => queue.ask(letter));
  await expect(fourth).rejects.toMatchObject({ code: 'unavailable' });
  batches[0]?.answer();
  expect(await first).toBe('a!');
  await expect.poll(() => contentsOf(batches)).toEqual(['a', 'bc']);
  batches[1]?.answer();
  expect(await Promise.all([second, third])).toEqual(['b!', 'c!']);
});

it('asks an unreachable database once for a batch', async () => {
  let times = 0;
  const work = async (): Promise<string[]> => {
    times += 1;
    throw Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
  };
  const queue = new BatchQueue(work, { atOnce: 1 });
  const results = await Promise.allSettled([...'abcd'].map((letter) => queue.ask(letter)));
  expect(results.map(({ status }) => status)).toEqual(Array.from({ length: 4 }, () => 'rejected'));
  expect(times).toBe(2);
});

it('tries each item of a failed batch alone, so that only bad ones fail', async () => {
  const work = async (items: readonly string[]) => {
    if (items.includes('bad')) throw new Error(`refused ${items.join()}`);
    return items.map((item) => `${item}!`);
  };
  const queue = new BatchQueue(work, { atOnce: 1 });
  const results = await Promise.allSettled(['first', 'good', 'bad', 'fine'].map((item) => queue.ask(item)));
  expect(results.map((one) => (one.status === 'fulfilled' ? one.value : String(one.reason)))).toEqual([
    'first!',
    'good!',
    'Error: refused bad',
    'fine!',
  ]);
});
