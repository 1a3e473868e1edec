import type { Page } from '@playwright/test';
import { tabTo } from '../support/keyboard.ts';
import { password } from '../support/accounts.ts';
import { beSignedIn, ownMenu } from '../support/people.ts';
import { own, ownAdmin } from '../support/plans.ts';
import { expect, test } from '../support/test.ts';

const path = `/admin/${own.slug}/people`;
const rowOf = (page: Page, name: string) =>
  page.getByRole('listitem').filter({ has: page.getByRole('heading', { name, exact: true }) });

/** An invitation to report for one department, filled in and sent. */
async function invite(page: Page, name: string, email: string) {
  await page.getByRole('button', { name: 'Kutsu henkilö' }).click();
  const dialog = page.getByRole('dialog', { name: 'Kutsu henkilö' });
  await dialog.getByLabel('Sähköposti').fill(email);
  await dialog.getByLabel('Nimi', { exact: true }).fill(name);
  await dialog.getByLabel('Vastuutaho').selectOption('Vastuutaho 2');
  await dialog.getByRole('button', { name: 'Lähetä kutsu' }).click();
  await expect(dialog).toHaveCount(0);
}

test('an admin invites a reporter, who opens the invitation, signs in and sees what is theirs and nothing else', async ({
  page,
  browser,
  baseURL,
}) => {
  const email = 'aino.uusi@hallila.example';
  await beSignedIn(page, ownAdmin);
  await page.goto(path);
  await invite(page, 'Aino Uusi', email);
  await expect(rowOf(page, 'Aino Uusi')).toContainText('Kutsuttu');
  await expect(rowOf(page, 'Aino Uusi')).toContainText('Raportoija, Vastuutaho 2');
  await page.getByRole('main').getByRole('link', { name: 'Avaa demon postilaatikko' }).click();
  await expect(page).toHaveURL('/mailbox');

  const elsewhere = await browser.newContext({ ...(baseURL !== undefined && { baseURL }), locale: 'fi-FI' });
  const reporter = await elsewhere.newPage();
  await expect(async () => {
    await reporter.goto('/mailbox');
    await expect(reporter.getByText(email).first()).toBeVisible({ timeout: 2000 });
  }).toPass({ timeout: 30_000 });
  const mail = reporter.getByRole('main').getByRole('listitem').filter({ hasText: email }).first();
  await mail.getByRole('link').first().click();
  await expect(reporter.getByRole('heading', { level: 1 })).toContainText('Aino Uusi');
  await reporter.getByLabel('Uusi salasana').fill(password);
  await reporter.getByRole('button', { name: 'Tallenna ja kirjaudu' }).click();

  await expect(reporter).toHaveURL('/reporting');
  await expect(reporter.getByRole('heading', { level: 1 })).toHaveText('Vastuutaho 2');
  // Others are named where they answer for the same measure; their forms are not hers to open.
  await expect(reporter.getByRole('navigation', { name: 'Vastuutahot' })).toHaveCount(0);
  await ownMenu(reporter).click();
  await expect(reporter.getByRole('link', { name: 'Henkilöt' })).toHaveCount(0);
  await reporter.goto(path);
  await expect(reporter.getByRole('heading', { name: 'Sinulla ei ole oikeutta tähän sivuun' })).toBeVisible();
  await elsewhere.close();

  await page.goto(path);
  await expect(rowOf(page, 'Aino Uusi')).toContainText('Käytössä');
});

test('by keyboard alone: somebody is found, disabled after being told what it means, and removed for good', async ({
  page,
}) => {
  await beSignedIn(page, ownAdmin);
  await page.goto(path);
  await invite(page, 'Leo Lähtijä', 'leo@hallila.example');
  await page.goto(path);
  await tabTo(page, page.getByLabel('Hae nimellä tai sähköpostilla'));
  await page.keyboard.type('Leo Läh');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Näytetään 1 / 1')).toBeVisible();
  const more = page.getByRole('button', { name: 'Lisää: Leo Lähtijä' });
  await tabTo(page, more);
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByRole('button', { name: 'Estä käyttö' }));
  await page.keyboard.press('Enter');
  const asking = page.getByRole('dialog', { name: 'Estetäänkö käyttö: Leo Lähtijä?' });
  await expect(asking.getByText('kirjataan heti ulos kaikilta laitteilta')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(more).toBeFocused();
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByRole('button', { name: 'Estä käyttö' }));
  await page.keyboard.press('Enter');
  await tabTo(page, asking.getByRole('button', { name: 'Estä käyttö' }));
  await page.keyboard.press('Enter');
  await expect(rowOf(page, 'Leo Lähtijä')).toContainText('Estetty');

  await more.focus();
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByRole('button', { name: 'Poista henkilötiedot' }));
  await page.keyboard.press('Enter');
  const removing = page.getByRole('dialog', { name: 'Poistetaanko henkilötiedot: Leo Lähtijä?' });
  await expect(removing.getByText('Häviää: nimi, sähköposti, salasana ja roolit.')).toBeVisible();
  await expect(removing.getByText('Jää: raportit ja lokin merkinnät.')).toBeVisible();
  await tabTo(page, removing.getByRole('button', { name: 'Poista henkilötiedot' }));
  await page.keyboard.press('Enter');
  await expect(removing).toHaveCount(0);
  await expect(page.getByText('Leo Lähtijä')).toHaveCount(0);
});

test('another address for somebody: what it means is said first, and the link goes there', async ({ page }) => {
  await beSignedIn(page, ownAdmin);
  await page.goto(path);
  await invite(page, 'Mira Muuttaja', 'mira.vaara@hallila.example');
  await page.getByRole('button', { name: 'Muokkaa: Mira Muuttaja' }).click();
  const dialog = page.getByRole('dialog', { name: 'Muokkaa: Mira Muuttaja' });
  const email = dialog.getByLabel('Sähköposti');
  await expect(email).toHaveAccessibleDescription(
    /kutsu lähtee uuteen osoitteeseen ja aiempi linkki lakkaa toimimasta/,
  );
  await email.fill('mira.oikea@hallila.example');
  await dialog.getByRole('button', { name: 'Tallenna' }).click();
  await expect(page.getByText('Linkki on lähetetty osoitteeseen mira.oikea@hallila.example.').first()).toBeVisible();
  await expect(rowOf(page, 'Mira Muuttaja')).toContainText('mira.oikea@hallila.example');
  await expect(rowOf(page, 'Mira Muuttaja')).toContainText('Kutsuttu');
  await expect(async () => {
    await page.goto('/mailbox');
    await expect(page.getByText('mira.oikea@hallila.example').first()).toBeVisible({ timeout: 2000 });
  }).toPass({ timeout: 30_000 });

  await page.goto(path);
  await page.getByRole('button', { name: 'Muokkaa: Hallila, coordinator' }).click();
  await expect(page.getByRole('dialog').getByLabel('Sähköposti')).toHaveAccessibleDescription(
    /kirjataan ulos ja nykyinen salasana lakkaa toimimasta/,
  );
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Muokkaa: Hallila, admin' }).click();
  const own = page.getByRole('dialog').getByLabel('Sähköposti');
  await expect(own).not.toBeEditable();
  await expect(own).toHaveAccessibleDescription(/Pyydä toista pääkäyttäjää/);
});
