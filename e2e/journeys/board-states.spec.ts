import { kouvola, kouvolaBoard } from '../support/plans.ts';
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

test('names the filters of an empty result, and offers to remove each', async ({ page }) => {
  const board = boardOf(page);
  await page.goto(`${kouvola}?isNew=true&status=done`);
  await expect(board.main.getByText('Mikään toimenpide ei täytä kaikkia rajauksia')).toBeVisible();
  await expect(board.measures).toHaveCount(0);
  await expect(board.main.getByRole('button', { name: 'Poista rajaus Valmis (7)' })).toHaveText('Valmis (7)');
  await board.main.getByRole('button', { name: /^Poista rajaus Uudet \(\d+\)$/ }).press('Enter');
  await expect(board.main.getByText(/^Näytetään \d+ \/ 59$/)).toBeFocused();
  await expect(board.shown(14)).toBeVisible();
  await expect(board.measures).toHaveCount(14);
});

test('names a search by its text, and focuses the emptied field', async ({ page }) => {
  const board = boardOf(page);
  await page.goto(kouvola);
  const field = board.filters.getByRole('searchbox');
  const words = await field.getAttribute('placeholder');
  expect(words).toBeTruthy();
  await expect(field).toHaveAccessibleName(new RegExp(`^${words}`));
  await field.fill('lukutaito');
  await expect(board.shown(2)).toBeVisible();
  await expect(page.locator('[aria-live=polite]')).toHaveText('Näytetään 2 toimenpidettä 59 toimenpiteestä');
  await board.filters.getByRole('button', { name: 'Tyhjennä haku' }).press('Enter');
  await expect(board.shown(59)).toBeVisible();
  await expect(field).toBeFocused();
});

test('says an error of the API in words, and recovers by trying again', async ({ page }) => {
  await page.route(`**${kouvolaBoard}`, (route) =>
    route.fulfill({
      status: 503,
      contentType: 'application/problem+json',
      body: JSON.stringify({ code: 'unavailable', status: 503, requestId: 'a1' }),
    }),
  );
  await page.goto(kouvola);
  await expect(page.getByRole('alert')).toContainText('Palvelu ei ole juuri nyt käytettävissä', { timeout: 30_000 });
  await page.unroute(`**${kouvolaBoard}`);
  await page.getByRole('alert').getByRole('button', { name: 'Yritä uudelleen' }).click();
  await expect(boardOf(page).shown(59)).toBeVisible();
});
