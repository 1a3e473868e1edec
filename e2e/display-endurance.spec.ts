import { large } from './support/plans.ts';
import { openScreen, screenOf } from './support/screen.ts';
import { expect, test } from './support/test.ts';

/** Scenes at one every twenty seconds: three days in `npm run test:long`, half a day in `npm test`. */
const rotations = process.env['VOINTI_LONG'] ? 12_960 : 2160;
const warmUp = 900;
/** A flat heap still varies by the browser's caches and by what its collector has not taken yet. */
const maxGrowth = process.env['VOINTI_LONG'] ? 1_500_000 : 250_000;

test(`holds no more after ${rotations} scenes than after ${warmUp}`, async ({ page }) => {
  test.setTimeout(1_200_000);
  // A small window draws faster; the heap does not depend on it.
  await page.setViewportSize({ width: 640, height: 360 });
  await openScreen(page, `/${large.slug}/${large.year}/display`);
  const { scene } = screenOf(page);
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const first = (await scene.getAttribute('data-scene')) ?? '';

  /** Steps at least `count` scenes and on to the first one; returns the steps that were made. */
  const turn = (count: number) =>
    page.evaluate(
      async ({ most, home }) => {
        const main = document.querySelector<HTMLElement>('main[data-scene]');
        const now = () => main?.dataset['scene'];
        const drawn = () => new Promise<void>((next) => setTimeout(next));
        let made = 0;
        for (let before = now(); made < most || before !== home; made += 1) {
          dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', cancelable: true }));
          while (now() === before) await drawn();
          before = now();
        }
        return made;
      },
      { most: count, home: first },
    );
  const held = async () => {
    await session.send('HeapProfiler.collectGarbage');
    await session.send('HeapProfiler.collectGarbage');
    const { metrics } = await session.send('Performance.getMetrics');
    const of = (wanted: string) => metrics.find(({ name }) => name === wanted)?.value ?? 0;
    return { heap: of('JSHeapUsedSize'), nodes: of('Nodes'), listeners: of('JSEventListeners') };
  };

  await turn(warmUp);
  const before = await held();
  expect(await turn(rotations)).toBeGreaterThanOrEqual(rotations);
  const after = await held();
  console.log(`  heap ${before.heap} → ${after.heap}, nodes ${before.nodes} → ${after.nodes}`);
  expect(after.heap - before.heap).toBeLessThan(maxGrowth);
  expect(after.nodes).toBeLessThanOrEqual(before.nodes * 1.1);
  expect(after.listeners).toBeLessThanOrEqual(before.listeners + 5);
});
