import { boardOf } from './support/board.ts';
import { large, largePath } from './support/plans.ts';
import { expect, test } from './support/test.ts';

const mostElements = 3000;

for (const view of ['cards', 'lights']) {
  test(`${large.measures} measures stay within ${mostElements} elements: ${view}`, async ({ page }) => {
    const board = boardOf(page);
    await page.goto(`${largePath}?view=${view}`);
    await expect(board.measures).toHaveCount(large.measures);
    const elements = await page.evaluate(() => document.querySelectorAll('*').length);
    console.log(`  ${view}: ${elements} elements`);
    expect(elements).toBeLessThanOrEqual(mostElements);
  });
}

test('the time that filtering takes on a slow processor (printed, not judged)', async ({ page }) => {
  const board = boardOf(page);
  await page.goto(largePath);
  await expect(board.measures).toHaveCount(large.measures);
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  const took = await board.ageGroup('Lapset ja nuoret').evaluate(
    (button: HTMLElement) =>
      new Promise<number>((done) => {
        const start = performance.now();
        button.click();
        requestAnimationFrame(() => setTimeout(() => done(performance.now() - start)));
      }),
  );
  console.log(
    `  filtering ${large.measures} measures at a quarter of the speed: ${Math.round(took)} ms to the next frame`,
  );
  await expect(board.active.getByRole('button', { name: /Lapset ja nuoret/ })).toBeVisible();
});
