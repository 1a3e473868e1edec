import { password, people } from '../support/accounts.ts';
import { ownMenu, signIn } from '../support/people.ts';
import { expect, test, withoutStream } from '../support/test.ts';

test('follows a redirect before a page is drawn', async ({ page }) => {
  await page.goto('/kouvola');
  await expect(page).toHaveURL('/kouvola/2024');
  await expect(page.getByRole('heading', { level: 1, name: /2024/ })).toBeVisible();
});

test('asks to sign in for a personal page, and shows it afterwards', async ({ page }) => {
  await page.goto('/account');
  await expect(page).toHaveURL(/\/sign-in\?to=/);
  await expect(page.getByText('Pääset kirjautumisen jälkeen takaisin sivulle')).toBeVisible();
  await signIn(page, people.reporter);
  await expect(page).toHaveURL('/account');
  await expect(page.getByRole('heading', { level: 1, name: 'Oma tili' })).toBeVisible();
  await expect(page.getByText(people.reporter).first()).toBeVisible();
});

test('leads each role to its first page', async ({ page }) => {
  await page.goto('/sign-in');
  await signIn(page, people.admin);
  await expect(page).toHaveURL('/admin/kouvola/people');
  await ownMenu(page).click();
  const menu = page.getByRole('navigation', { name: 'Omat sivut' });
  await expect(menu.getByRole('link', { name: 'Tapahtumaloki' })).toBeVisible();
  await expect(menu.getByRole('link', { name: 'Raportointi' })).toHaveCount(0);
  await menu.getByRole('link', { name: 'Taulu' }).click();
  await expect(page).toHaveURL('/kouvola/2024');
  await expect(menu).toBeHidden();
});

test('signs in and out by keyboard alone', async ({ page }) => {
  await page.goto('/sign-in');
  await page.getByLabel('Sähköposti').focus();
  await page.keyboard.type(people.reporter);
  await page.keyboard.press('Tab');
  await page.keyboard.type(password);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await expect(page.getByLabel('Salasana', { exact: true })).toHaveAttribute('type', 'text');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/reporting');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await ownMenu(page).focus();
  await page.keyboard.press('Enter');
  // The menu's content loads when it is first opened.
  await expect(page.getByRole('link', { name: 'Raportointi' })).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Raportointi' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(ownMenu(page)).toBeFocused();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Kirjaudu ulos' }).focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/');
  await expect(page.getByRole('banner').getByRole('link', { name: 'Kirjaudu' })).toBeVisible();
});

test('signs out all tabs, and leaves no cookie', async ({ page, context }) => {
  await page.goto('/sign-in?to=/account');
  await signIn(page, people.leader);
  await expect(page).toHaveURL('/account');
  const other = await context.newPage();
  await other.goto('/reporting');
  await expect(other.getByRole('heading', { level: 1 })).toBeVisible();
  await ownMenu(page).click();
  await page.getByRole('navigation', { name: 'Omat sivut' }).getByRole('button', { name: 'Kirjaudu ulos' }).click();
  await expect(page.getByRole('banner').getByRole('link', { name: 'Kirjaudu' })).toBeVisible();
  await expect(other).toHaveURL('/sign-in?to=%2Freporting');
  expect(await context.cookies()).toEqual([]);
});

test('asks for no session on public pages without a sign-in', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/api/v1/session')) asked.push(request.url());
  });
  await withoutStream(page);
  await page.goto('/kouvola/2024', { waitUntil: 'networkidle' });
  await expect(page.getByRole('banner').getByRole('link', { name: 'Kirjaudu' })).toBeVisible();
  expect(asked).toEqual([]);
});
