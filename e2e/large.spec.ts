import { boardOf } from './support/board.ts';
import { large, largePath } from './support/plans.ts';
import { expect, test } from './support/test.ts';

const maxElements = 3000;

for (const view of ['cards', 'lights']) {
  test(`${large.measures} measures stay within ${maxElements} elements: ${view}`, async ({ page }) => {
    const board = boardOf(page);
    await page.goto(`${largePath}?view=${view}`);
    await expect(board.measures).toHaveCount(large.measures);
    const elements = await page.evaluate(() => document.querySelectorAll('*').length);
    console.log(`  ${view}: ${elements} elements`);
    expect(elements).toBeLessThanOrEqual(maxElements);
  });
}

/** Compared with a plain script that hides the same tiles: both pay for layout and paint. */
const maxTimesPlain = 8;

const medianOf = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Infinity;

test(`filtering costs at most ${maxTimesPlain} times what hiding the same tiles costs a plain script`, async ({
  page,
}) => {
  const board = boardOf(page);
  await page.goto(largePath);
  await expect(board.measures).toHaveCount(large.measures);
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  const button = board.ageGroup('Lapset ja nuoret');
  const took: { filter: number[]; plain: number[] } = { filter: [], plain: [] };
  for (let round = 0; round < 7; round += 1) {
    const times = await button.evaluate(async (pressed: HTMLElement) => {
      const frame = () => new Promise<void>((drawn) => requestAnimationFrame(() => setTimeout(drawn)));
      const tiles = [...document.querySelectorAll<HTMLElement>('main section li')].filter(
        (tile) => tile.querySelector('a[href*="/measures/"]') !== null,
      );
      const hidden = () => tiles.filter((tile) => tile.hidden);
      /** Until the frame in which the tiles have changed. */
      const timed = async (change: () => void) => {
        await frame();
        const [before, start] = [hidden().length, performance.now()];
        change();
        do await frame();
        while (hidden().length === before);
        return performance.now() - start;
      };
      const filter = await timed(() => pressed.click());
      const left = hidden();
      await timed(() => pressed.click());
      const plain = await timed(() => left.forEach((tile) => (tile.hidden = true)));
      left.forEach((tile) => (tile.hidden = false));
      return { filter, plain };
    });
    took.filter.push(times.filter);
    took.plain.push(times.plain);
  }
  const [filter, plain] = [medianOf(took.filter), medianOf(took.plain)];
  console.log(
    `  filtering ${large.measures} measures at a quarter of the speed: ${Math.round(filter)} ms, plain ${Math.round(plain)} ms`,
  );
  expect(filter / plain).toBeLessThanOrEqual(maxTimesPlain);
});
