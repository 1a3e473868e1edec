import { expect, test } from '../support/test.ts';

const heading = { fi: 'Kuntien hyvinvointisuunnitelmat', sv: /välfärdsplan/i, en: /wellbeing plan/i };

test('changes the language in place, keeps it on reload, and follows the address', async ({ page }) => {
  await page.goto('/');
  await expect(page.locator('html')).toHaveAttribute('lang', 'fi');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading.fi);
  await page.getByRole('button', { name: 'Svenska' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'sv');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading.sv);
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading.en);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading.en);
  await page.goto('/?lang=sv');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading.sv);
});

test('sends requests only to its own origin, and sets no cookie', async ({ page, context, baseURL }) => {
  const elsewhere: string[] = [];
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== baseURL) elsewhere.push(request.url());
  });
  await page.goto('/', { waitUntil: 'networkidle' });
  expect(elsewhere).toEqual([]);
  expect(await context.cookies()).toEqual([]);
});
