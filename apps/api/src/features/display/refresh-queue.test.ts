import { expect, it } from 'vitest';
import { RefreshQueue } from './refresh-queue.ts';

/** A queue whose reads end when the test ends them. */
function controlledQueue() {
  const readings: { slugs: readonly string[]; displays: readonly string[]; end: (error?: Error) => void }[] = [];
  const faults: unknown[] = [];
  const queue = new RefreshQueue(
    (stale) =>
      new Promise((done, failed) => {
        readings.push({ ...stale, end: (error) => (error ? failed(error) : done()) });
      }),
    (error) => faults.push(error),
  );
  return { queue, readings, faults };
}
const settled = () => new Promise<void>((done) => setImmediate(done));

it('runs one read at a time, and reads changes during it once afterwards', async () => {
  const { queue, readings } = controlledQueue();
  queue.municipality('kouvola');
  for (let time = 0; time < 5; time += 1) queue.municipality('kouvola');
  queue.display('a');
  expect(readings).toHaveLength(1);
  readings[0]?.end();
  await settled();
  expect(readings).toMatchObject([{ slugs: ['kouvola'] }, { slugs: ['kouvola'], displays: ['a'] }]);
  readings[1]?.end();
  await settled();
  expect(readings).toHaveLength(2);
});

it.each([0, 1, 2, 3, 4, 5, 6, 7])('reads a change that comes %i microtasks after a read has ended', async (turns) => {
  const { queue, readings } = controlledQueue();
  queue.municipality('kouvola');
  readings[0]?.end();
  for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
  queue.display('a');
  await settled();
  expect(readings.map(({ displays }) => displays)).toEqual([[], ['a']]);
});

it('continues after an error', async () => {
  const { queue, readings, faults } = controlledQueue();
  queue.municipality('kouvola');
  queue.municipality('kouvola');
  readings[0]?.end(new Error('away'));
  await settled();
  expect(faults).toHaveLength(1);
  expect(readings).toHaveLength(2);
});
