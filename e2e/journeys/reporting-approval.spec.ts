import { openForm } from '../support/form.ts';
import { approver, approving, reporterOf } from '../support/reporting-plan.ts';
import { expect, test } from '../support/test.ts';

test('waits for the approver, is returned with a comment, sent again and approved', async ({
  page,
  browser,
  baseURL,
}) => {
  const form = await openForm(page, reporterOf(1, approving));
  await expect(
    form.main.getByText('Vastauksesi menevät ensin vastuutahon hyväksyjälle.', { exact: false }),
  ).toBeVisible();
  await form.light('Uimakoulu', 'Etenee').check();
  await form.note('Uimakoulu').fill('Halli avattiin.');
  await form.send.click();
  await expect(form.thanks).toHaveText('Kiitos! Yksi vastaus odottaa hyväksyntää');
  await expect(form.row('Uimakoulu').getByText(/^Odottaa hyväksyntää/)).toBeVisible();

  const context = await browser.newContext({ ...(baseURL !== undefined && { baseURL }), locale: 'fi-FI' });
  const theirs = await openForm(await context.newPage(), approver);
  const waiting = theirs.main.getByRole('region', { name: 'Odottaa hyväksyntääsi (1)' });
  await expect(waiting).toContainText('Halli avattiin.');
  await expect(waiting).toContainText('Aino 1');
  await waiting.getByRole('button', { name: 'Palauta: Uimakoulu' }).click();
  await waiting.getByRole('button', { name: /^Palauta kirjoittajalle/ }).click();
  await expect(waiting.getByText('Kerro kirjoittajalle, mitä pitäisi muuttaa.')).toBeVisible();
  await waiting.getByLabel('Mitä pitäisi muuttaa?').fill('Lisää päivä.');
  await waiting.getByRole('button', { name: /^Palauta kirjoittajalle/ }).click();
  await expect(waiting).toBeHidden();

  await page.reload();
  await expect(form.row('Uimakoulu').getByText(/^Palautettu \d/)).toBeVisible();
  await form.row('Uimakoulu').getByText('Yksi kommentti').click();
  await expect(form.row('Uimakoulu').getByText('Lisää päivä.')).toBeVisible();
  await form.note('Uimakoulu').fill('Halli avattiin 18.08.2025.');
  await form.send.click();
  await expect(form.thanks).toBeVisible();

  await theirs.main.page().reload();
  await waiting.getByRole('button', { name: 'Hyväksy: Uimakoulu' }).click();
  await expect(waiting).toBeHidden();
  await expect(theirs.row('Uimakoulu').getByText(/^Vastattu \d/)).toBeVisible();
  await page.reload();
  await expect(form.row('Uimakoulu').getByText('Halli avattiin 18.08.2025.')).toBeVisible();
  await expect(form.row('Uimakoulu').getByText(/^Vastattu \d/)).toBeVisible();
  await context.close();
});
