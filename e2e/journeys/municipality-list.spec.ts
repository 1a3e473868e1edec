import { expect, test } from '../support/test.ts';

test('leads from the list to a plan', async ({ page }) => {
  await page.goto('/');
  const list = page.getByRole('main').getByRole('list').first();
  await expect(list.getByText('59 toimenpidettä')).toBeVisible();
  await expect(list.getByText('Kuvitteellinen esimerkkikunta').first()).toBeVisible();
  await list
    .getByRole('link', { name: /Kouvola/ })
    .first()
    .click();
  await expect(page).toHaveURL('/kouvola/2024');
});

test('notices what the content security policy refuses', async ({ page, complaints }) => {
  await page.goto('/');
  await page.evaluate(() => {
    const image = new Image();
    image.src = 'https://example.invalid/pixel.png';
  });
  await expect.poll(() => complaints).toEqual([expect.stringContaining('CSP img-src https://example.invalid')]);
  complaints.length = 0;
});
