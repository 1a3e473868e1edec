import { large } from './support/plans.ts';
import { openScreen, screenOf } from './support/screen.ts';
import { expect, test } from './support/test.ts';

/** Three days of a scene every twenty seconds. */
const rotations = 12_960;
const warmUp = 300;
/** What the heap may differ by and be flat: caches of the browser, and what waits for its collector. */
const mostGrowth = 1_500_000;

test(`after ${rotations} scenes the page holds what it held after ${warmUp}`, async ({ page }) => {
  test.setTimeout(1_200_000);
  // Small: what is drawn is not what is counted.
  await page.setViewportSize({ width: 640, height: 360 });
  await openScreen(page, `/${large.slug}/${large.year}/display`);
  const { scene } = screenOf(page);
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const first = (await scene.getAttribute('data-scene')) ?? '';

  /** As many steps, and on to the first scene; the steps that were seen to be made. */
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
  expect(after.heap - before.heap).toBeLessThan(mostGrowth);
  expect(after.nodes).toBeLessThanOrEqual(before.nodes * 1.1);
  expect(after.listeners).toBeLessThanOrEqual(before.listeners + 5);
});
