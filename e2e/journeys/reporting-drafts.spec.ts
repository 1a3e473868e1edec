import type { Page } from '@playwright/test';
import { password } from '../support/accounts.ts';
import { formOf, openForm } from '../support/form.ts';
import { beSignedIn, endSession, ownMenu, signIn } from '../support/people.ts';
import { maijaOf, reporterOf } from '../support/reporting-plan.ts';
import { expect, test } from '../support/test.ts';

const title = 'Kyläkävelyt';
const text = 'Kävelyjä oli neljäkymmentä, ja jokaisella oli vetäjä.';

const copies = (page: Page) =>
  page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('vointi.own.')).length);

test('saves a draft within two seconds, and shows it in another browser', async ({ page, browser, baseURL }) => {
  const form = await openForm(page, reporterOf(8));
  await form.light(title, 'Etenee').check();
  const saved = page.waitForResponse(
    (answer) => answer.url().endsWith('/draft') && answer.request().postData()?.includes(text) === true,
  );
  const began = Date.now();
  await form.note(title).fill(text);
  expect(await copies(page)).toBe(1);
  expect((await saved).status()).toBe(200);
  expect(Date.now() - began).toBeLessThanOrEqual(2000);
  await expect(form.saved(title)).toBeVisible();
  // The browser keeps no copy of a saved draft.
  expect(await copies(page)).toBe(0);
  const context = await browser.newContext({ ...(baseURL !== undefined && { baseURL }), locale: 'fi-FI' });
  const elsewhere = await openForm(await context.newPage(), reporterOf(8));
  await expect(elsewhere.note(title)).toHaveValue(text);
  await expect(elsewhere.light(title, 'Etenee')).toBeChecked();
  await context.close();
});

test('loses nothing when the page is killed while typing', async ({ page, context }) => {
  const form = await openForm(page, reporterOf(9));
  await page.route('**/draft', (route) => route.abort());
  await form.light(title, 'Etenee').check();
  await form.note(title).fill(text);
  await expect(form.row(title).getByText(/^Ei tallennettu – palvelu ei vastaa/)).toBeVisible();
  await page.close({ runBeforeUnload: false });
  const next = await context.newPage();
  const again = await openForm(next, reporterOf(9));
  await expect(again.note(title)).toHaveValue(text);
  await expect(again.saved(title)).toBeVisible();
  await expect.poll(() => copies(next)).toBe(0);
});

test('keeps typing and sending offline, and sends everything when online again', async ({ page, context }) => {
  const form = await openForm(page, reporterOf(10));
  await context.setOffline(true);
  await form.light(title, 'Etenee').check();
  await form.note(title).fill(text);
  await expect(
    form.row(title).getByText('Ei tallennettu – yhteys poikki, tallennetaan kun yhteys palaa'),
  ).toBeVisible();
  await form.send.click();
  await expect(form.foot.getByText('Yhteys on poikki. Yksi vastaus lähtee, kun yhteys palaa.')).toBeVisible();
  await expect(form.row(title).getByText('Odottaa lähetystä, lähtee kun yhteys palaa')).toBeVisible();
  await form
    .row('Iltapäiväkerhot')
    .getByRole('button', { name: /^Ei muutosta/ })
    .click();
  await form.light('Uimakoulu', 'Etenee').check();
  await form.note('Uimakoulu').fill('Halli avattiin.');
  await context.setOffline(false);
  await expect(form.row(title).getByText(/^Vastattu \d/)).toBeVisible();
  await expect(form.row('Iltapäiväkerhot').getByText(/^Ennallaan \d/)).toBeVisible();
  await expect(form.saved('Uimakoulu')).toBeVisible();
  await expect(form.note('Uimakoulu')).toHaveValue('Halli avattiin.');
});

test('asks to sign in again after the session ended, and saves the draft', async ({ page }) => {
  const form = await openForm(page, reporterOf(11));
  await form.light(title, 'Etenee').check();
  await expect(form.saved(title)).toBeVisible();
  await endSession(page);
  await form.note(title).fill(text);
  const dialog = page.getByRole('dialog', { name: 'Istuntosi on päättynyt' });
  await dialog.getByRole('button', { name: 'Nyt ei' }).click();
  await expect(form.row(title).getByText('Ei tallennettu – kirjaudu jatkaaksesi')).toBeVisible();
  await expect(form.note(title)).toHaveValue(text);
  await form.foot.getByRole('button', { name: 'Kirjaudu ja tallenna' }).click();
  await dialog.getByLabel('Salasana', { exact: true }).fill(password);
  await dialog.getByRole('button', { name: 'Jatka' }).click();
  await expect(dialog).toBeHidden();
  await expect(form.saved(title)).toBeVisible();
  await page.reload();
  await expect(form.note(title)).toHaveValue(text);
});

test('shows no draft to the next person on the same machine', async ({ page }) => {
  const form = await openForm(page, reporterOf(12));
  await form.light(title, 'Etenee').check();
  await form.note(title).fill(text);
  // Signing out waits until the draft is saved.
  await ownMenu(page).click();
  await page.getByRole('button', { name: 'Kirjaudu ulos', exact: true }).click();
  await expect(page.getByRole('banner').getByRole('link', { name: 'Kirjaudu' })).toBeVisible();
  expect(await copies(page)).toBe(0);
  const next = await openForm(page, maijaOf(12));
  await expect(next.row(title)).toBeVisible();
  await expect(next.note(title)).toHaveCount(0);
  // The colleague's draft is shown with its author.
  await next.row(title).getByText('Aino 12 kirjoittaa tätä').click();
  await expect(next.row(title).getByText(text)).toBeVisible();
  await beSignedIn(page, reporterOf(12));
  await page.reload();
  await expect(formOf(page).note(title)).toHaveValue(text);
});

test('removes unsaved drafts of an ended session when somebody else signs in', async ({ page }) => {
  const other = 'Iltapäiväkerhot';
  const form = await openForm(page, reporterOf(9));
  await page.route('**/draft', (route) => route.abort());
  await form.light(other, 'Valmis').check();
  await expect(form.row(other).getByText(/^Ei tallennettu/)).toBeVisible();
  expect(await copies(page)).toBe(1);
  await endSession(page);
  await page.goto('/sign-in');
  await expect(page.getByLabel('Sähköposti')).toBeVisible();
  expect(await copies(page)).toBe(1);
  await signIn(page, maijaOf(12));
  await expect(page.getByRole('heading', { level: 1, name: /^Tiimi 12/ })).toBeVisible();
  await expect.poll(() => copies(page)).toBe(0);
});
