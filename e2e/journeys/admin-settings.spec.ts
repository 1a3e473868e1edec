import type { Page } from '@playwright/test';
import { beSignedIn, sameOrigin } from '../support/people.ts';
import { own, ownAdmin } from '../support/plans.ts';
import { expect, test } from '../support/test.ts';

const path = `/admin/${own.slug}/settings`;
const board = `/${own.slug}/${own.year}`;
const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** A test that failed half-way, or runs again, must not leave its settings to the next one. */
async function restoreSettings(page: Page) {
  const settings = `/api/v1/municipalities/${own.slug}/settings`;
  const versionOf = async () => ((await (await page.request.get(settings)).json()) as { version: number }).version;
  const start = { languages: ['fi', 'sv', 'en'], boardAccess: 'public', statement: null, feedbackEmail: null };
  const changed = await page.request.patch(settings, {
    data: { version: await versionOf(), ...start },
    headers: sameOrigin,
  });
  expect(changed.status()).toBe(200);
  const removed = await page.request.put(`/api/v1/municipalities/${own.slug}/logo`, {
    data: { version: await versionOf(), data: null },
    headers: sameOrigin,
  });
  expect(removed.status()).toBe(200);
}

// These tests change one municipality, so they run one after another.
test.describe.configure({ mode: 'serial' });
test.beforeEach(async ({ page }) => {
  await beSignedIn(page, ownAdmin);
  await restoreSettings(page);
});

test('asks to sign in for a closed board, and shows it when it is public again', async ({ page, browser, baseURL }) => {
  const outside = await browser.newContext({ ...(baseURL !== undefined && { baseURL }), locale: 'fi-FI' });
  const visitor = await outside.newPage();
  await visitor.goto(board);
  await expect(visitor.getByRole('heading', { level: 1 })).toContainText(own.name);

  await page.goto(path);
  await page.getByLabel('Vain kirjautuneet').check();
  await page.getByRole('button', { name: 'Tallenna' }).click();
  await expect(page.getByText('Asetukset on tallennettu.').first()).toBeVisible();
  await visitor.goto(board);
  await expect(visitor.getByRole('main').getByRole('link', { name: /Kirjaudu/ })).toBeVisible();
  await expect(visitor.getByText('Hyvinvoinnin tavoite 1')).toHaveCount(0);
  await page.goto(board);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(own.name);

  await page.goto(path);
  await expect(page.getByLabel('Vain kirjautuneet')).toBeChecked();
  await page.getByLabel('Kaikki', { exact: true }).check();
  await page.getByRole('button', { name: 'Tallenna' }).click();
  await expect(page.getByText('Asetukset on tallennettu.').first()).toBeVisible();
  await visitor.goto(board);
  await expect(visitor.getByRole('heading', { level: 1 })).toContainText(own.name);
  await outside.close();
});

test('refuses a wrong logo in words, shows a right one, and removes it', async ({ page }) => {
  await page.goto(path);
  const field = page.getByLabel('Valitse logo');
  await field.setInputFiles({ name: 'ohje.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF') });
  await expect(page.getByRole('alert').getByText('ohje.pdf ei ole PNG-, JPEG- tai WebP-kuva.')).toBeVisible();
  await field.setInputFiles({ name: 'iso.png', mimeType: 'image/png', buffer: Buffer.alloc(120_001) });
  await expect(page.getByRole('alert').getByText('iso.png on yli 120 kt.')).toBeVisible();
  await field.setInputFiles({ name: 'vale.png', mimeType: 'image/png', buffer: Buffer.from('ei kuva') });
  await expect(page.getByRole('alert').getByText('kuva on rikki')).toBeVisible();

  await field.setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: Buffer.from(pixel, 'base64') });
  const logo = page.getByRole('img', { name: 'Hallila, logo' });
  await expect(logo).toBeVisible();
  // The picture's frame is there before its bytes are.
  await expect.poll(() => logo.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1);
  await page.getByRole('button', { name: 'Poista logo' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Poista logo' }).click();
  await expect(logo).toHaveCount(0);
});

test('applies languages, statement and contact to the municipality’s pages', async ({ page, browser, baseURL }) => {
  const save = async () => {
    await page.getByRole('button', { name: 'Tallenna' }).click();
    await expect(page.getByText('Asetukset on tallennettu.').first()).toBeVisible();
  };
  await page.goto(path);
  await page.getByLabel('ruotsi', { exact: true }).uncheck();
  await page.getByLabel(/^Saavutettavuusselosteen oma osuus suomeksi/).fill('Kartat puuttuvat vielä.');
  await page.getByLabel(/^Saavutettavuuspalautteen osoite/).fill('palaute@hallila.example');
  await save();

  const outside = await browser.newContext({ ...(baseURL !== undefined && { baseURL }), locale: 'fi-FI' });
  const visitor = await outside.newPage();
  await visitor.goto(board);
  const offered = visitor.getByRole('group', { name: 'Kieli' }).getByRole('button');
  await expect(offered).toHaveText(['fi', 'en']);
  await visitor.goto(`/accessibility?municipality=${own.slug}`);
  await expect(visitor.getByText('Kartat puuttuvat vielä.')).toBeVisible();
  await visitor.getByLabel('Mikä ei toimi?').fill('Ruudunlukija ei lue taulukkoa.');
  await visitor.getByRole('button', { name: 'Lähetä palaute' }).click();
  await expect(visitor.getByText('Kiitos, palaute on lähetetty.')).toBeVisible();
  await expect
    .poll(async () => {
      const { mails } = (await (await visitor.request.get('/api/v1/mailbox')).json()) as { mails: { text: string }[] };
      return mails.some(({ text }) => text.includes('Ruudunlukija ei lue taulukkoa.'));
    })
    .toBe(true);
  await outside.close();

  await page.goto(path);
  await page.getByLabel('ruotsi', { exact: true }).check();
  await page.getByLabel(/^Saavutettavuusselosteen oma osuus suomeksi/).fill('');
  await page.getByLabel(/^Saavutettavuuspalautteen osoite/).fill('');
  await save();
});
