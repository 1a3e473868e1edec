import { kouvola } from '../support/plans.ts';
import { faultsOf, openScreen, screenOf } from '../support/screen.ts';
import { expect, test } from '../support/test.ts';

test.use({ viewport: { width: 1920, height: 1080 } });

test('steps, pauses, pins a goal and opens a measure by keyboard alone', async ({ page }) => {
  const { scene, footer, headline, key } = screenOf(page);
  await openScreen(page, `${kouvola}/display`);
  const [paused, pinned] = [footer.getByText('Tauko'), footer.getByText('Kiinnitetty')];
  await expect(scene).toHaveAttribute('data-scene', 'plan/0');
  await page.keyboard.press('x');
  await expect(paused).toBeVisible();
  await page.keyboard.press('x');
  await expect(paused).toHaveCount(0);
  await page.keyboard.press('p');
  await expect(pinned).toBeVisible();
  await page.keyboard.press('p');
  await expect(pinned).toHaveCount(0);
  await page.keyboard.press('ArrowRight');
  await expect(scene).toHaveAttribute('data-scene', /^goals\/.+\/0$/);
  await page.keyboard.press('ArrowLeft');
  await expect(scene).toHaveAttribute('data-scene', 'plan/0');
  // The keys of a presentation clicker.
  await page.keyboard.press('PageDown');
  await expect(scene).toHaveAttribute('data-scene', /^goals/);
  const goal = await key();

  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  const title = (await scene.getByRole('listitem').nth(1).locator('[class*=title]').innerText()).replaceAll(
    '\u00ad',
    '',
  );
  // The screen reads as the public, whoever is signed in on its machine.
  const asked = page.waitForRequest(/\/measures\//);
  await page.keyboard.press('Enter');
  expect((await asked).url()).toContain('/screen/measures/');
  await expect(headline).toHaveText(title);
  await expect(scene.getByRole('heading', { name: 'Luvut' })).toBeVisible();
  expect(await faultsOf(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(headline).not.toHaveText(title);
  await expect(scene).toHaveAttribute('data-scene', goal ?? '');
  await page.keyboard.press('Escape');
  await expect(paused).toHaveCount(0);
});

test('rotates by itself, hides the mouse pointer, and follows its address', async ({ page }) => {
  const { scene } = screenOf(page);
  await page.clock.install();
  await openScreen(page, `${kouvola}/display?seconds=30&theme=light&lang=en&scenes=findings,plan`);
  await expect(scene).toHaveAttribute('data-scene', /^findings/);
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.locator('html')).toHaveCSS('cursor', 'none');
  const first = await scene.getAttribute('data-scene');
  await page.clock.runFor(29_000);
  await expect(scene).toHaveAttribute('data-scene', first ?? '');
  await page.clock.runFor(3000);
  await expect(scene).not.toHaveAttribute('data-scene', first ?? '');
});

test.describe('page of an older build', () => {
  // Playwright does not intercept the requests of a service worker.
  test.use({ serviceWorkers: 'block' });

  test('reloads once between two scenes', async ({ page }) => {
    let loads = 0;
    await page.route(`**${kouvola}/display*`, async (route) => {
      if (!route.request().isNavigationRequest()) return route.continue();
      loads += 1;
      const response = await route.fetch();
      const body = (await response.text()).replace(/(name="vointi-build" content=")[^"]*/, '$1ffffffffffff');
      return route.fulfill({ response, body });
    });
    const { scene, key } = screenOf(page);
    await page.clock.install();
    const heard = page.waitForResponse(/\/events$/);
    await openScreen(page, `${kouvola}/display?seconds=10&scenes=plan,findings`);
    await heard;
    expect(loads).toBe(1);
    await expect(async () => {
      await page.clock.runFor(11_000);
      expect(loads).toBe(2);
    }).toPass();
    await expect(scene).toBeVisible();
    for (let turns = 0; turns < 3; turns += 1) {
      const before = (await key()) ?? '';
      await page.clock.runFor(11_000);
      await expect(scene).not.toHaveAttribute('data-scene', before);
    }
    expect(loads).toBe(2);
  });
});
