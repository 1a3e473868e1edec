import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, devices } from '@playwright/test';
import { root, startProduct } from './product.ts';

const largest = 400_000;
const images = join(root, 'docs/images');
const shots = [
  { name: 'board', path: '/kouvola/2024', options: { viewport: { width: 1280, height: 900 } } },
  {
    name: 'board-dark-mobile',
    path: '/kouvola/2024',
    options: { ...devices['Pixel 7'], deviceScaleFactor: 2, colorScheme: 'dark' },
  },
  {
    name: 'screen',
    path: '/kouvola/2024/display?scenes=plan&theme=dark',
    options: { viewport: { width: 1920, height: 1080 }, deviceScaleFactor: 2 / 3 },
  },
  {
    name: 'indicator',
    path: '/esimerkkila/2026/indicators/koettu-terveys?by=area',
    options: { viewport: { width: 1280, height: 900 } },
  },
] as const;

const dataDir = mkdtempSync(join(tmpdir(), 'vointi-screenshots-'));
const product = await startProduct(dataDir, { byNpm: true });
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
try {
  mkdirSync(images, { recursive: true });
  for (const { name, path, options } of shots) {
    const context = await browser.newContext({
      colorScheme: 'light',
      ...options,
      locale: 'fi-FI',
      timezoneId: 'Europe/Helsinki',
      reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    // The event stream never ends, and the screenshot waits for an idle network.
    await page.route('**/api/v1/municipalities/*/events', (route) => route.abort());
    await page.goto(product.url + path, { waitUntil: 'load' });
    await page.getByRole('heading', { level: 1 }).waitFor({ timeout: 60_000 });
    await page.waitForLoadState('networkidle');
    const file = join(images, `${name}.png`);
    await page.screenshot({ path: file });
    const { size } = statSync(file);
    console.log(`docs/images/${name}.png: ${Math.round(size / 1000)} kB`);
    if (size > largest) {
      console.error(`docs/images/${name}.png is larger than ${largest / 1000} kB.`);
      process.exitCode = 1;
    }
    await context.close();
  }
} finally {
  await browser.close();
  await product.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
