import { expect, it } from 'vitest';
import { Gather } from './gather.ts';

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
  const gather = new Gather(work, { atOnce: 2, most: 3 });
  const answers = [...'abcdefg'].map((letter) => gather.ask(letter));
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
  const gather = new Gather(work, { atOnce: 1, keyOf: (item) => item.toLowerCase() });
  const answers = ['x', 'a', 'A', 'b'].map((letter) => gather.ask(letter));
  sent[0]?.answer();
  await expect.poll(() => letters(sent)).toEqual(['x', 'ab']);
  sent[1]?.answer();
  await expect.poll(() => letters(sent)).toEqual(['x', 'ab', 'A']);
  sent[2]?.answer();
  expect(await Promise.all(answers)).toEqual(['x!', 'a!', 'A!', 'b!']);
});

it('of those that fail together each is tried alone, and fails for itself', async () => {
  const work = async (items: readonly string[]) => {
    if (items.includes('bad')) throw new Error(`refused ${items.join()}`);
    return items.map((item) => `${item}!`);
  };
  const gather = new Gather(work, { atOnce: 1 });
  const results = await Promise.allSettled(['first', 'good', 'bad', 'fine'].map((item) => gather.ask(item)));
  expect(results.map((one) => (one.status === 'fulfilled' ? one.value : String(one.reason)))).toEqual([
    'first!',
    'good!',
    'Error: refused bad',
    'fine!',
  ]);
});
