import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { end, launch, type Product } from './support/launch.ts';
import { kouvola } from './support/plans.ts';
import { startProxy } from './support/proxy.ts';
import { faultsOf, openScreen, screenOf, untilKept } from './support/screen.ts';
import { expect, test } from './support/test.ts';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const path = `${kouvola}/display`;
const viewport = { width: 1920, height: 1080 };

/** A screen recovers this long after the service is back, without help. */
const backWithin = 35 * second;

/** Moves the clock in small steps, so that answers arrive in between. */
async function pass(page: Page, duration: number) {
  const step = 2.5 * second;
  for (let gone = 0; gone < duration; gone += step) {
    await page.clock.runFor(Math.min(step, duration - gone));
    await page.waitForTimeout(60);
  }
}

test.describe.configure({ mode: 'serial' });

let dataDir = '';
let product: Product;

test.beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'vointi-e2e-display-'));
  product = await launch(dataDir);
});
test.afterAll(async () => {
  await end(product.process);
  rmSync(dataDir, { recursive: true, force: true });
});

test('survives an outage of the service and a restart of the screen', async ({ browser }) => {
  const page = await browser.newPage({ viewport, baseURL: product.url });
  const { scene, banner, headline, footer } = screenOf(page);
  await page.clock.install();
  await openScreen(page, path);
  await untilKept(page);
  const updated = await footer.getByText(/^Tiedot päivitetty/).textContent();
  expect(updated).toMatch(/^Tiedot päivitetty \d{1,2}\.\d{1,2}\.\d{4} klo \d{1,2}\.\d\d$/);

  await end(product.process);
  await page.clock.fastForward(40 * second);
  await expect(banner).toHaveCount(0);
  await page.clock.fastForward(21 * second);
  await expect(banner).toHaveText(/Ei yhteyttä\. Tiedot ovat hetkeltä \d{1,2}\.\d{1,2}\.\d{4} klo \d{1,2}\.\d\d/);
  await expect(banner.locator('svg')).toBeVisible();
  await expect(scene).toHaveCSS('opacity', '1');
  const small = (await banner.boundingBox())?.height ?? 0;
  expect(await faultsOf(page), 'under the banner').toEqual([]);

  await page.clock.fastForward(15 * minute);
  await expect(banner).toContainText(/1[56] minuuttia sitten/);
  await expect(scene).toHaveCSS('opacity', '0.38');
  expect((await banner.boundingBox())?.height ?? 0, 'the banner has grown').toBeGreaterThan(2 * small);
  expect(await faultsOf(page), 'under the large banner').toEqual([]);

  await page.reload();
  await expect(scene).toBeVisible();
  await expect(headline).not.toBeEmpty();
  await expect(footer.getByText(updated ?? '')).toBeVisible();
  await expect(banner).toContainText(/1[567] minuuttia sitten/);
  await expect(page.getByRole('progressbar')).toHaveCount(0);
  await expect(page.getByLabel('Salasana')).toHaveCount(0);

  product = await launch(dataDir, { PORT: new URL(product.url).port });
  await pass(page, backWithin);
  await expect(banner).toHaveCount(0);
  await expect(scene).toHaveCSS('opacity', '1');
  await page.close();
});

test('notices a silent dead connection and reconnects', async ({ browser }) => {
  const proxy = await startProxy(product.url);
  const page = await browser.newPage({ viewport, baseURL: proxy.url });
  try {
    const { banner, scene } = screenOf(page);
    await page.clock.install();
    await openScreen(page, path);
    await expect(banner).toHaveCount(0);
    proxy.swallow();
    await pass(page, 65 * second);
    await expect(banner).toBeVisible();
    await expect(scene).toBeVisible();
    proxy.pass();
    await pass(page, backWithin);
    await expect(banner).toHaveCount(0);
  } finally {
    await page.close();
    await proxy.close();
  }
});

test('shows the server’s times on a television whose clock is three hours ahead', async ({ browser }) => {
  const proxy = await startProxy(product.url);
  const page = await browser.newPage({ viewport, baseURL: proxy.url });
  try {
    const { banner } = screenOf(page);
    await page.clock.install({ time: Date.now() + 3 * hour });
    // A heartbeat carries the server's time.
    const heard = page.waitForFunction(
      () => Number(localStorage.getItem('vointi.display.heard.kouvola/2024')?.split('/')[1]) < -10_000_000,
    );
    await openScreen(page, path);
    await heard;
    await expect(banner).toHaveCount(0);
    const before = new Date();
    proxy.swallow();
    await pass(page, 65 * second);
    const time = new Intl.DateTimeFormat('fi-FI', { timeStyle: 'short', timeZone: 'Europe/Helsinki' });
    const told = [before, new Date(before.getTime() - minute)].map((when) => time.format(when).replace('.', '\\.'));
    await expect(banner).toContainText(new RegExp(`klo (${told.join('|')})(?!\\d)`));
  } finally {
    await page.close();
    await proxy.close();
  }
});
