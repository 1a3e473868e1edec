import { afterEach, expect, it, vi } from 'vitest';
import { BatchQueue } from './batch-queue.ts';

afterEach(() => vi.useRealTimers());

/** A way to the database that answers when it is told to. */
function held() {
  const sent: { items: readonly string[]; answer: () => void; fail: () => void }[] = [];
  const work = (items: readonly string[]) => {
    const { promise, resolve, reject } = Promise.withResolvers<string[]>();
    const answer = () => resolve(items.map((item) => `${item}!`));
    sent.push({ items, answer, fail: () => reject(new Error(items.join())) });
    return promise;
  };
  return { sent, work };
}
const letters = (sent: { items: readonly string[] }[]) => sent.map(({ items }) => items.join(''));

it('sends one alone at once, and together what comes while others are on their way', async () => {
  const { sent, work } = held();
  const queue = new BatchQueue(work, { atOnce: 2, most: 3 });
  const answers = [...'abcdefg'].map((letter) => queue.ask(letter));
  expect(letters(sent)).toEqual(['a', 'b']);
  sent[1]?.answer();
  expect(await answers[1]).toBe('b!');
  await expect.poll(() => letters(sent)).toEqual(['a', 'b', 'cde']);
  sent[2]?.answer();
  await expect.poll(() => letters(sent)).toEqual(['a', 'b', 'cde', 'fg']);
  sent[0]?.answer();
  sent[3]?.answer();
  expect(await Promise.all(answers)).toEqual(['a!', 'b!', 'c!', 'd!', 'e!', 'f!', 'g!']);
});

it('has the second of the same wait for the first', async () => {
  const { sent, work } = held();
  const queue = new BatchQueue(work, { atOnce: 2, keyOf: (item) => item.toLowerCase() });
  const answers = ['x', 'a', 'X', 'A', 'b'].map((letter) => queue.ask(letter));
  sent[1]?.answer();
  await expect.poll(() => letters(sent)).toEqual(['x', 'a', 'Ab']);
  sent[0]?.answer();
  await expect.poll(() => letters(sent)).toEqual(['x', 'a', 'Ab', 'X']);
  for (const one of sent) one.answer();
  expect(await Promise.all(answers)).toEqual(['x!', 'a!', 'X!', 'A!', 'b!']);
});

it('does not hold anybody up by a statement that never answers', async () => {
  vi.useFakeTimers();
  const { sent, work } = held();
  const queue = new BatchQueue(work, { atOnce: 1, patienceMs: 10_000 });
  const hung = queue.ask('a');
  const next = queue.ask('b');
  const outcome = expect(hung).rejects.toMatchObject({ code: 'unavailable', status: 503 });
  await vi.advanceTimersByTimeAsync(9999);
  expect(letters(sent)).toEqual(['a']);
  await vi.advanceTimersByTimeAsync(1);
  await outcome;
  expect(letters(sent)).toEqual(['a', 'b']);
  sent[1]?.answer();
  expect(await next).toBe('b!');
  await vi.advanceTimersByTimeAsync(0);
  expect(vi.getTimerCount()).toBe(0);
});

it('sends whoever comes when too many wait away, and has the others wait', async () => {
  const { sent, work } = held();
  const queue = new BatchQueue(work, { atOnce: 1, maxWaiting: 2 });
  const [first, second, third, fourth] = [...'abcd'].map((letter) => queue.ask(letter));
  await expect(fourth).rejects.toMatchObject({ code: 'unavailable' });
  sent[0]?.answer();
  expect(await first).toBe('a!');
  await expect.poll(() => letters(sent)).toEqual(['a', 'bc']);
  sent[1]?.answer();
  expect(await Promise.all([second, third])).toEqual(['b!', 'c!']);
});

it('asks a database that is away once, and not for each', async () => {
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

it('of those that fail together each is tried alone, and fails for itself', async () => {
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
