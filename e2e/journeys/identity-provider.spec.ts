import { external, people } from '../support/accounts.ts';
import { beSignedIn, ownMenu, sameOrigin } from '../support/people.ts';
import { expect, test } from '../support/test.ts';

test('refuses a person without a role mapping, and grants what a mapping gives', async ({ page, browser, baseURL }) => {
  await page.goto('/sign-in?to=/account');
  const button = page.getByRole('button', { name: 'Kirjaudu: Kaupungin tunnus' });
  await button.click();
  await expect(page.getByRole('heading', { level: 1, name: 'Kirjautuminen ei onnistunut' })).toBeVisible();
  await expect(page.getByText('Tunnuksellasi ei ole vielä käyttöoikeutta.')).toBeVisible();

  const context = await browser.newContext({ ...(baseURL && { baseURL }) });
  const admin = await context.newPage();
  await beSignedIn(admin, people.admin);
  const data = { claim: 'groups', value: external.groups[0], role: 'leader', department: null };
  const mapped = await admin.request.post('/api/v1/municipalities/kouvola/identity-mappings', {
    data,
    headers: sameOrigin,
  });
  expect(mapped.status()).toBe(200);

  await page.getByRole('main').getByRole('link', { name: 'Kirjautumiseen' }).click();
  await button.click();
  await expect(page).toHaveURL('/kouvola/2024');
  await expect(ownMenu(page)).toHaveAccessibleName(new RegExp(`^${external.name}`));
  await page.goto('/account');
  await expect(page.getByText('Kirjaudut kunnan tunnuksella')).toBeVisible();

  // After the session ended, signing in by the provider in another tab is enough.
  const name = page.getByLabel('Viestien kieli');
  await expect(page.getByText('Tämä istunto')).toBeVisible();
  await name.selectOption('sv');
  await page.request.delete('/api/v1/account/sessions', { data: {}, headers: sameOrigin });
  await page.getByRole('region', { name: 'Nimi ja kieli' }).getByRole('button', { name: 'Tallenna' }).click();
  const dialog = page.getByRole('dialog', { name: 'Istuntosi on päättynyt' });
  const [tab] = await Promise.all([
    page.waitForEvent('popup'),
    dialog.getByRole('link', { name: 'Kirjaudu: Kaupungin tunnus' }).click(),
  ]);
  await expect(tab.getByRole('heading', { level: 1, name: 'Olet kirjautunut' })).toBeVisible();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('Tallennettu')).toBeVisible();
  await context.close();
});
