import { kouvola } from '../support/plans.ts';
import { boardOf } from '../support/board.ts';
import { expect, test } from '../support/test.ts';

test('changes the language in place and keeps the filters', async ({ page }) => {
  await page.goto(`${kouvola}?ageGroup=children_youth`);
  await expect(boardOf(page).shown(27)).toBeVisible();
  for (const [button, lang, ageGroup] of [
    ['Svenska', 'sv', /Barn och unga/],
    ['English', 'en', /Children and young people/],
    ['Suomi', 'fi', /Lapset ja nuoret/],
  ] as const) {
    await page.getByRole('button', { name: button }).click();
    await expect(page.locator('html')).toHaveAttribute('lang', lang);
    await expect(page.getByRole('button', { name: ageGroup, pressed: true })).toBeVisible();
    await expect(boardOf(page).measures).toHaveCount(27);
  }
});

test('answers 404 in words for a plan that does not exist', async ({ page }) => {
  const answer = await page.goto('/kouvola/2031');
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1, name: 'Suunnitelmaa ei löydy' })).toBeVisible();
});
