import { expect, it } from 'vitest';
import { RefreshQueue } from './refresh-queue.ts';

/** A reading that ends when it is told to. */
function slowly() {
  const readings: { slugs: readonly string[]; displays: readonly string[]; end: (error?: Error) => void }[] = [];
  const faults: unknown[] = [];
  const anew = new RefreshQueue(
    (stale) =>
      new Promise((done, failed) => {
        readings.push({ ...stale, end: (error) => (error ? failed(error) : done()) });
      }),
    (error) => faults.push(error),
  );
  return { anew, readings, faults };
}
const settled = () => new Promise<void>((done) => setImmediate(done));

it('reads one after the other, and what changes meanwhile once after it', async () => {
  const { anew, readings } = slowly();
  anew.municipality('kouvola');
  for (let time = 0; time < 5; time += 1) anew.municipality('kouvola');
  anew.display('a');
  expect(readings).toHaveLength(1);
  readings[0]?.end();
  await settled();
  expect(readings).toMatchObject([{ slugs: ['kouvola'] }, { slugs: ['kouvola'], displays: ['a'] }]);
  readings[1]?.end();
  await settled();
  expect(readings).toHaveLength(2);
});

it.each([0, 1, 2, 3, 4, 5, 6, 7])('reads what comes %i turns after a reading has ended', async (turns) => {
  const { anew, readings } = slowly();
  anew.municipality('kouvola');
  readings[0]?.end();
  for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
  anew.display('a');
  await settled();
  expect(readings.map(({ displays }) => displays)).toEqual([[], ['a']]);
});

it('goes on after a fault', async () => {
  const { anew, readings, faults } = slowly();
  anew.municipality('kouvola');
  anew.municipality('kouvola');
  readings[0]?.end(new Error('away'));
  await settled();
  expect(faults).toHaveLength(1);
  expect(readings).toHaveLength(2);
});
