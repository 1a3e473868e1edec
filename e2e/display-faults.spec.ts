import type { Page } from '@playwright/test';
import type { ScreenScenes } from '@vointi/shared/display/contract.ts';
import type { Board } from '@vointi/shared/plan/contract.ts';
import { openScreen, screenOf, walkScenes } from './support/screen.ts';
import { expect, test } from './support/test.ts';

const plan = '/esimerkkila/2026/display';
const api = '**/api/v1/municipalities/esimerkkila/plans/2026';
const wholeRound = 10 * 60_000 + 5000;

// Playwright does not intercept the requests of a service worker.
test.use({ viewport: { width: 1920, height: 1080 }, serviceWorkers: 'block' });

/** Changes the answers of an endpoint until `mend` is called. */
async function breakAnswers<T>(page: Page, address: string, change: (answer: T) => void) {
  let isBroken = true;
  await page.route(address, async (route) => {
    const response = await route.fetch();
    const answer = (await response.json()) as T;
    if (isBroken) change(answer);
    await route.fulfill({ json: answer });
  });
  return () => {
    isBroken = false;
  };
}
/** Data that only a faulty service sends. */
const broken = null as never;

const kindsOf = async (page: Page) => {
  const keys = await walkScenes(page, async () => {
    await expect(page.getByRole('heading', { level: 1 })).not.toBeEmpty();
    await expect(screenOf(page).footer).toBeVisible();
  });
  return { keys, kinds: new Set(keys.map((key) => key.split('/')[0])) };
};

test('skips a scene that cannot be drawn, and shows it again when its data is sound', async ({ page }) => {
  let indicator = '';
  await page.clock.install();
  const mend = await breakAnswers<ScreenScenes>(page, `${api}/screen`, ({ indicators, findings }) => {
    const [first] = indicators;
    if (!first || !findings[0]) throw new Error('The example has no indicator or no finding.');
    indicator = `indicators/${first.slug}`;
    // One fails while it is drawn, the other while its pages are made.
    first.series = broken;
    findings[0].text = broken;
  });
  await openScreen(page, `${plan}?scenes=indicators,plan,findings`);
  const { keys, kinds } = await kindsOf(page);
  expect(keys).not.toContain(indicator);
  expect([...kinds].toSorted()).toEqual(['indicators', 'plan']);

  mend();
  const read = page.waitForResponse(/\/screen$/);
  await page.clock.runFor(wholeRound);
  await read;
  await expect(async () => expect((await kindsOf(page)).keys).toContain(indicator)).toPass();
  expect((await kindsOf(page)).kinds).toContain('findings');
});

test('reloads until something can be drawn', async ({ page }) => {
  const { scene } = screenOf(page);
  await page.clock.install();
  const mend = await breakAnswers<Board>(page, `${api}/board`, (board) => {
    board.municipality.name = broken;
  });
  await page.goto(plan);
  await expect(page.getByText('Vointi', { exact: true })).toBeVisible();
  await expect(scene).toHaveCount(0);
  mend();
  await page.clock.runFor(31_000);
  await expect(scene).toBeVisible();
});

for (const { what, files } of [
  { what: 'its own script', files: /\/assets\/display-[^/]*\.js$/ },
  { what: 'its style', files: /\/assets\/base-[^/]*\.css$/ },
  { what: 'its words', files: /\/src\/locales\/fi\/screen/ },
]) {
  test(`says that ${what} is missing, and reloads until it arrives`, async ({ page }) => {
    const { scene } = screenOf(page);
    const notice = page.getByRole('main').filter({ hasText: /Näyttö ei käynnistynyt.*startade inte.*did not start/ });
    await page.clock.install();
    const wanted = what === 'its words' ? await wordsFile(page) : files;
    await page.route(wanted, (route) => route.abort());
    await page.goto(plan);
    if (what === 'its style') await expect(page.locator('link[rel=stylesheet]').first()).toBeAttached();
    else {
      await expect(notice).toBeVisible();
      const { height } = page.viewportSize() ?? { height: 0 };
      const sizes = await notice
        .locator('p')
        .evaluateAll((lines) => lines.map((line) => Number.parseFloat(getComputedStyle(line).fontSize)));
      expect(Math.min(...sizes)).toBeGreaterThanOrEqual(0.048 * height);
    }
    // The first reload fails too.
    const again = page.waitForRequest((request) => request.isNavigationRequest());
    await page.clock.runFor(6000);
    await again;
    await page.unroute(wanted);
    await expect(async () => {
      await page.clock.runFor(31_000);
      await expect(scene).toBeVisible({ timeout: 5000 });
    }).toPass();
    await expect(notice).toHaveCount(0);
    await expect(page.locator('[class*=frame]').first()).toHaveCSS('overflow', 'hidden');
  });
}

/** The file of the messages, which no page names. */
async function wordsFile(page: Page): Promise<RegExp> {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await openScreen(page, plan);
  const named = await page
    .locator('script[src], link[rel=modulepreload]')
    .evaluateAll((all) => all.map((one) => one.getAttribute('src') ?? one.getAttribute('href')));
  const [words] = asked.filter((path) => /^\/assets\/.*\.js$/.test(path) && !named.includes(path));
  if (!words) throw new Error('No file of words was asked for.');
  return new RegExp(`${words.replaceAll('.', '\\.')}$`);
}

test('shows no plan that is for the signed-in, and says how to pair the screen', async ({ page }) => {
  await page.route(`${api}/**`, (route) =>
    route.fulfill({ status: 401, json: { code: 'unauthenticated', status: 401, requestId: 'e2e' } }),
  );
  await page.goto(plan);
  await expect(page.getByRole('main')).toContainText(/Liitä näyttö huoneeseen osoitteessa \S+\/display/);
  await expect(page.getByRole('main')).not.toContainText('Palvelu ei vastaa');
});
