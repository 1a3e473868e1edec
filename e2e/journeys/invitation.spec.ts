import type { Page } from '@playwright/test';
import { people } from '../support/accounts.ts';
import { beSignedIn, ownMenu } from '../support/people.ts';
import { expect, test } from '../support/test.ts';

/** The link in the newest mail to an address, from the demo's mailbox. */
async function openLinkOf(page: Page, email: string) {
  await page.goto('/mailbox');
  await expect(page.getByText('Tämä on demo, josta ei lähde sähköpostia.')).toBeVisible();
  const mail = page.getByRole('article').filter({ hasText: email }).first();
  // The job queue sends mail with a delay.
  await expect(async () => {
    await page.getByRole('button', { name: 'Päivitä' }).click({ timeout: 1000 });
    await expect(mail).toBeVisible({ timeout: 1000 });
  }).toPass({ timeout: 30_000, intervals: [500] });
  await mail.getByRole('link').click();
}

test('invites a reporter, who chooses a password and sees their own department', async ({ page, browser, baseURL }) => {
  const email = `aino.${Date.now()}@kouvola.example`;
  await beSignedIn(page, people.admin);
  await page.goto('/admin/kouvola/people');
  await page.getByRole('button', { name: 'Kutsu henkilö' }).click();
  const dialog = page.getByRole('dialog', { name: 'Kutsu henkilö' });
  await dialog.getByLabel('Sähköposti').fill(email);
  await dialog.getByLabel('Nimi', { exact: true }).fill('Aino Kutsuttu');
  await dialog.getByLabel('Rooli').selectOption('reporter');
  await dialog.getByLabel('Vastuutaho').selectOption({ label: 'Liikuntapalvelut' });
  await dialog.getByRole('button', { name: 'Lähetä kutsu' }).click();
  await expect(page.getByText(`Kutsu on lähetetty osoitteeseen ${email}.`).first()).toBeVisible();

  // Aino's own browser.
  const context = await browser.newContext({ ...(baseURL && { baseURL }), locale: 'fi-FI' });
  const hers = await context.newPage();
  await openLinkOf(hers, email);
  await expect(hers.getByRole('heading', { level: 1, name: 'Tervetuloa, Aino Kutsuttu' })).toBeVisible();
  await expect(hers).toHaveURL('/link');
  await expect(hers.getByText(email)).toBeVisible();
  const password = hers.getByLabel('Uusi salasana', { exact: true });
  await password.fill('lyhyt');
  await expect(hers.getByText('Vähintään 8 merkkiä: nyt 5')).toBeVisible();
  await password.fill('salasana123');
  await hers.getByRole('button', { name: 'Tallenna ja kirjaudu' }).click();
  await expect(hers.getByRole('link', { name: /^Uusi salasana: / })).toBeVisible();
  await password.fill('punainen vene järvellä');
  await hers.getByRole('button', { name: 'Tallenna ja kirjaudu' }).click();
  await expect(hers).toHaveURL('/reporting');
  await expect(hers.getByRole('heading', { level: 1, name: 'Liikuntapalvelut' })).toBeVisible();
  await expect(hers.getByRole('combobox')).toHaveCount(0);
  await ownMenu(hers).click();
  const menu = hers.getByRole('navigation', { name: 'Omat sivut' });
  await expect(menu.getByRole('link', { name: 'Oma tili' })).toBeVisible();
  await expect(menu.getByRole('link', { name: 'Henkilöt' })).toHaveCount(0);

  // The link works once.
  await openLinkOf(hers, email);
  await expect(hers.getByRole('heading', { level: 1, name: 'Linkki ei enää toimi' })).toBeVisible();
  await context.close();
});

test('answers a forgotten password alike for all, and mails a link to an account', async ({ page }) => {
  const email = 'perusopetus@kouvola.example';
  for (const one of ['ei-ole@kunta.example', email]) {
    await page.goto('/sign-in');
    await page.getByRole('link', { name: 'Unohditko salasanan?' }).click();
    // The former page has a field of the same name.
    await expect(page.getByRole('heading', { level: 1, name: 'Uusi salasana' })).toBeVisible();
    await page.getByLabel('Sähköposti').fill(one);
    await page.getByRole('button', { name: 'Lähetä linkki' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Tarkista sähköpostisi' })).toBeFocused();
    await expect(page.getByText(`Jos osoitteella ${one} on tunnus`)).toBeVisible();
  }
  await openLinkOf(page, email);
  await expect(page.getByRole('heading', { level: 1, name: 'Aseta uusi salasana' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'Avaa linkki uudelleen' })).toBeVisible();
});
