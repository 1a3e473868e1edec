import type { Page } from '@playwright/test';
import { openForm } from '../support/form.ts';
import { tabTo } from '../support/keyboard.ts';
import { reporterOf } from '../support/reporting-plan.ts';
import { expect, test } from '../support/test.ts';

/** Counts the actions of a person: clicks, key presses, and texts typed at once. */
function countActions(page: Page) {
  let count = 0;
  return {
    click: async (wanted: { click: () => Promise<void> }) => {
      count += 1;
      await wanted.click();
    },
    type: async (wanted: { fill: (text: string) => Promise<void> }, text: string) => {
      count += 1;
      await wanted.fill(text);
    },
    press: async (key: string) => {
      count += 1;
      await page.keyboard.press(key);
    },
    count: () => count,
  };
}

test('confirms five unchanged measures in one press, with at most eight actions', async ({ page }) => {
  const form = await openForm(page, reporterOf(1));
  await expect(form.answered(0)).toBeVisible();
  await expect(form.row('Kyläkävelyt').getByText(/^Viimeksi: Etenee · \d{1,2}\.\d{1,2}\.\d{4} · Liike$/)).toBeVisible();
  await expect(form.row('Kyläkävelyt').getByText('Kävelty kerran viikossa.')).toBeVisible();
  const act = countActions(page);
  await act.click(form.rest);
  await expect(form.thanks).toBeVisible();
  await expect(form.thanks).toHaveText('Kiitos! 5 vastausta on lähetetty');
  expect(act.count()).toBeLessThanOrEqual(8);
  await expect(form.answered(5)).toBeVisible();
  await expect(form.main.getByText('Kaikkiin 5 toimenpiteeseen on vastattu.')).toBeVisible();
  // The answers are dated, and there after a reload.
  await page.reload();
  await expect(form.row('Kyläkävelyt').getByText(/^Ennallaan \d{1,2}\.\d{1,2}\.\d{4}$/)).toBeVisible();
  await expect(form.light('Lainattavat välineet', 'Valmis')).toBeChecked();
});

test('names what was sent of five measures with two changes, and lets it be answered again', async ({ page }) => {
  const form = await openForm(page, reporterOf(2));
  const act = countActions(page);
  await act.click(form.light('Kyläkävelyt', 'Valmis'));
  await expect(form.note('Kyläkävelyt')).toHaveValue('');
  await expect(form.row('Kyläkävelyt').getByText('Kävelty kerran viikossa.')).toBeVisible();
  await act.type(form.evidence('Kyläkävelyt'), 'Kävelyjä oli 40.');
  await act.click(form.light('Uimakoulu', 'Etenee'));
  await act.type(form.note('Uimakoulu'), 'Halli avattiin elokuussa.');
  await act.click(form.send);
  await expect(form.thanks).toHaveText('Kiitos! 2 vastausta on lähetetty');
  await expect(form.thanks).toBeFocused();
  const thanks = form.main.getByRole('region', { name: /^Kiitos!/ });
  await expect(thanks.getByRole('listitem')).toHaveText(['Kyläkävelyt: Valmis', 'Uimakoulu: Etenee']);
  await expect(thanks.getByText('3 toimenpidettä odottaa vielä vastausta.')).toBeVisible();
  await act.click(form.rest);
  await expect(form.answered(5)).toBeVisible();
  expect(act.count()).toBeLessThanOrEqual(8);
  // The board follows.
  await page.goto('/vastala/2025/measures/t2-1');
  await expect(page.getByRole('main').getByText('Kävelyjä oli 40.').first()).toBeVisible();
});

test('fills in a whole form by keyboard', async ({ page }) => {
  const form = await openForm(page, reporterOf(6));
  await tabTo(page, form.light('Kyläkävelyt', 'Aloittamatta'));
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(form.light('Kyläkävelyt', 'Valmis')).toBeChecked();
  await tabTo(page, form.evidence('Kyläkävelyt'));
  await page.keyboard.type('Kävelyjä oli 40.');
  await tabTo(page, form.rest);
  await page.keyboard.press('Enter');
  await expect(form.answered(4)).toBeVisible();
  // The summary takes focus when it appears, so tabbing must wait for it.
  await expect(form.thanks).toBeFocused();
  await tabTo(page, form.send);
  await page.keyboard.press('Enter');
  await expect(form.thanks).toBeFocused();
  await expect(form.answered(5)).toBeVisible();
});

test.describe('on a screen of 320 pixels', () => {
  test.use({ viewport: { width: 320, height: 640 }, hasTouch: true });

  test('keeps every control within reach of a thumb', async ({ page }) => {
    const form = await openForm(page, reporterOf(7));
    await form.light('Kyläkävelyt', 'Valmis').tap();
    await form.evidence('Kyläkävelyt').fill('Kävelyjä oli 40.');
    await form.row('Iltapäiväkerhot').getByText('Kommentoi').tap();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    const targets = form.main.locator('button:visible, label:has(input[type=radio]):visible, summary:visible');
    for (const target of await targets.all()) {
      const box = await target.boundingBox();
      expect.soft(box?.height, await target.innerText()).toBeGreaterThanOrEqual(44);
    }
    await form.send.tap();
    await expect(form.thanks).toBeVisible();
  });
});
