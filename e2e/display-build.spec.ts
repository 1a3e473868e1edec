import type { Page } from '@playwright/test';
import { startHost, type Host } from './support/host.ts';
import { kouvola } from './support/plans.ts';
import { openScreen, screenOf, untilKept } from './support/screen.ts';
import { expect, test } from './support/test.ts';

const path = `${kouvola}/display?seconds=10&scenes=plan,findings`;
const build = /(name="vointi-build" content=")[^"]*/;
const buildOf = (page: Page) => page.locator('meta[name="vointi-build"]').last().getAttribute('content');
const turn = 11_000;

/** The page of another build: its build id and its entry have other names. */
const ofBuild = (name: string) => (html: string) =>
  html.replace(build, `$1${name}`).replace(/\/assets\/display-[^"]*\.js/, `/assets/display-${name}.js`);

test.use({ viewport: { width: 1920, height: 1080 } });

let host: Host;
test.beforeEach(async ({ baseURL }) => {
  host = await startHost(baseURL ?? '');
});
test.afterEach(async ({ page }) => {
  await page.close();
  await host.close();
});

test('waits for the service before it loads a new build', async ({ page }) => {
  const { scene } = screenOf(page);
  host.page = (html) => html.replace(build, '$1ffffffff');
  await page.clock.install();
  const heard = page.waitForResponse(/\/events$/);
  await openScreen(page, `${host.url}${path}`);
  await heard;
  await untilKept(page);
  host.setAway(true);
  await page.evaluate(() => Object.assign(globalThis, { isSame: true }));
  for (let turns = 0; turns < 3; turns += 1) {
    const before = (await scene.getAttribute('data-scene')) ?? '';
    await page.clock.runFor(turn);
    await expect(scene).not.toHaveAttribute('data-scene', before);
  }
  expect(await page.evaluate(() => 'isSame' in globalThis), 'nothing is loaded').toBe(true);
  expect(await buildOf(page)).toBe('ffffffff');

  host.page = (html) => html;
  host.setAway(false);
  await expect(async () => {
    await page.clock.runFor(turn);
    expect(await buildOf(page)).not.toBe('ffffffff');
  }).toPass();
  await expect(scene).toBeVisible();
});

test('starts from the former build when only half of a new one arrived', async ({ page }) => {
  const { scene, banner } = screenOf(page);
  await page.clock.install();
  await openScreen(page, `${host.url}${path}`);
  await untilKept(page);
  const own = await buildOf(page);
  // The new build's page loads, its files do not.
  host.page = ofBuild('ffffffff');
  host.missing = '/assets/';
  const before = host.pages;
  await page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready;
    active?.postMessage({ page: location.pathname, files: [], build: 'ffffffff' });
  });
  await expect.poll(() => host.pages).toBeGreaterThan(before);
  await page.clock.runFor(11 * 60_000);
  host.setAway(true);
  await page.reload();
  await expect(scene).toBeVisible();
  expect(await buildOf(page)).toBe(own);
  await page.clock.runFor(61_000);
  await expect(banner).toBeVisible();
});
