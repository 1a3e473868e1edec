import type { Page } from '@playwright/test';
import { password, people } from '../support/accounts.ts';
import { beSignedIn, endSession, ownMenu, signIn } from '../support/people.ts';
import { expect, test } from '../support/test.ts';

const dialogName = 'Istuntosi on päättynyt';

/** Opens the page and waits for its requests: a later one would meet the ended session first. */
async function openAccount(page: Page) {
  await page.goto('/account');
  await expect(page.getByText('Tämä istunto')).toBeVisible();
}

test('keeps the input when the session ended, and saves after signing in', async ({ page }) => {
  await beSignedIn(page, people.reporter);
  await openAccount(page);
  const name = page.getByLabel('Nimi', { exact: true });
  await name.fill('Nuorisopalvelut, Aino');
  await endSession(page);
  await page.getByRole('region', { name: 'Nimi ja kieli' }).getByRole('button', { name: 'Tallenna' }).click();
  const dialog = page.getByRole('dialog', { name: dialogName });
  await expect(dialog).toBeVisible();
  await expect(dialog.getByText(people.reporter)).toBeVisible();
  await dialog.getByLabel('Salasana', { exact: true }).fill('väärin meni');
  await dialog.getByRole('button', { name: 'Jatka' }).click();
  await expect(dialog.getByText('Sähköposti tai salasana on väärin.')).toBeVisible();
  await dialog.getByLabel('Salasana', { exact: true }).fill(password);
  await dialog.getByRole('button', { name: 'Jatka' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('Tallennettu')).toBeVisible();
  await expect(name).toHaveValue('Nuorisopalvelut, Aino');
  await expect(ownMenu(page)).toHaveAccessibleName(/^Nuorisopalvelut, Aino/);
});

test('continues after signing in in another tab', async ({ page, context }) => {
  await beSignedIn(page, people.leader);
  await openAccount(page);
  await endSession(page);
  await page.getByLabel('Viestien kieli').selectOption('sv');
  await page.getByRole('region', { name: 'Nimi ja kieli' }).getByRole('button', { name: 'Tallenna' }).click();
  const dialog = page.getByRole('dialog', { name: dialogName });
  await expect(dialog).toBeVisible();
  const other = await context.newPage();
  await other.goto('/sign-in');
  await signIn(other, people.leader);
  await expect(dialog).toBeHidden();
  await expect(page.getByText('Tallennettu')).toBeVisible();
});

test('replaces the page when somebody else signs in in another tab', async ({ page, context }) => {
  await beSignedIn(page, people.leader);
  await openAccount(page);
  await expect(page.getByText(people.leader).first()).toBeVisible();
  const other = await context.newPage();
  await endSession(page);
  await other.goto('/sign-in');
  await signIn(other, people.admin);
  await expect(page.getByText(people.admin).first()).toBeVisible();
  await expect(page.getByText(people.leader)).toHaveCount(0);
});

test('offers to sign in for a closed board, and shows it afterwards', async ({ page }) => {
  // The answer is changed, not the setting: other tests read the same boards.
  await page.route('**/api/v1/municipalities/kouvola/**', (route) =>
    route.fulfill({
      status: 401,
      contentType: 'application/problem+json',
      json: { code: 'unauthenticated', status: 401, requestId: 'r' },
    }),
  );
  await page.goto('/kouvola/2024?view=table');
  await expect(page.getByText('Kirjaudu sisään jatkaaksesi.')).toBeVisible();
  await page.getByRole('main').getByRole('link', { name: 'Kirjaudu' }).click();
  await page.unroute('**/api/v1/municipalities/kouvola/**');
  await signIn(page, people.leader);
  await expect(page).toHaveURL('/kouvola/2024?view=table');
  await expect(page.getByRole('heading', { level: 1, name: /2024/ })).toBeVisible();
});
