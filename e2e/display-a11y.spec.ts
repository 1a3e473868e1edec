import { violationsOf } from './support/axe.ts';
import { beSignedIn } from './support/people.ts';
import { own, ownAdmin } from './support/plans.ts';
import { openScreen, screenOf, walkScenes } from './support/screen.ts';
import { expect, test } from './support/test.ts';

const languages = ['fi', 'sv', 'en'] as const;

test.use({ viewport: { width: 1920, height: 1080 } });

for (const language of languages) {
  for (const theme of ['dark', 'light']) {
    test(`axe: every kind of scene, ${language}, ${theme}`, async ({ page }) => {
      await openScreen(page, `/esimerkkila/2026/display?lang=${language}&theme=${theme}`);
      await expect(page.locator('html')).toHaveAttribute('lang', language);
      const kinds = new Set<string>();
      await walkScenes(page, async (key) => {
        const [kind = ''] = key.split('/');
        if (kinds.has(kind)) return;
        kinds.add(kind);
        expect.soft(await violationsOf(page), key).toEqual([]);
      });
      expect(kinds.size).toBe(6);
    });
  }

  test(`axe: a measure that is open, the pairing of a screen and a plan that is not there, ${language}`, async ({
    page,
  }) => {
    await openScreen(page, `/esimerkkila/2026/display?lang=${language}&scenes=goals`);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 2 })).toHaveCount(2);
    expect.soft(await violationsOf(page), 'open').toEqual([]);
    await page.goto(`/display?lang=${language}`);
    await expect(screenOf(page).code).toBeVisible();
    expect.soft(await violationsOf(page), 'pairing').toEqual([]);
    await page.goto(`/kouvola/2031/display?lang=${language}`);
    await expect(page.getByRole('main').getByText(/\S/).last()).toBeVisible();
    expect.soft(await violationsOf(page), 'nothing').toEqual([]);
  });

  test(`axe: rooms, their settings and the phone that leads one, ${language}, light and dark`, async ({
    page,
    browser,
  }) => {
    const tv = await browser.newPage();
    await tv.goto('/display');
    const { code } = screenOf(tv);
    await expect(code).toBeVisible();
    await beSignedIn(page, ownAdmin);
    const made = await page.request.post(`/api/v1/municipalities/${own.slug}/displays`, {
      data: { code: await code.textContent(), room: `Sali ${language}` },
      headers: { 'sec-fetch-site': 'same-origin' },
    });
    const { id } = (await made.json()) as { id: string };
    await tv.context().close();
    const look = async (what: string) => {
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        expect.soft(await violationsOf(page), `${what}, ${colorScheme}`).toEqual([]);
      }
    };
    await page.goto(`/admin/${own.slug}/displays?lang=${language}`);
    const row = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: `Sali ${language}` }) });
    await expect(row).toBeVisible();
    await look('rooms');
    await row.getByRole('button').first().click();
    await expect(page.getByRole('dialog').locator('figure h1')).toBeVisible();
    await look('settings');
    await page.goto(`/admin/${own.slug}/displays/${id}?lang=${language}`);
    await expect(page.getByRole('main').getByRole('button').nth(8)).toBeVisible();
    await look('remote');
    await page.setViewportSize({ width: 320, height: 700 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await page.goto(`/${own.slug}/${own.year}/decisions?lang=${language}`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await look('meeting');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });
}
