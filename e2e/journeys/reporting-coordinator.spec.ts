import { formOf, openForm } from '../support/form.ts';
import { beSignedIn } from '../support/people.ts';
import { reporterOf, reportingCoordinator } from '../support/reporting-plan.ts';
import { expect, test } from '../support/test.ts';

test('comments, and answers on behalf of a department with the name of the source', async ({
  page,
  browser,
  baseURL,
}) => {
  await beSignedIn(page, reportingCoordinator);
  await page.goto('/reporting');
  await expect(page.getByRole('heading', { level: 1, name: 'Raportointi' })).toBeVisible();
  await page
    .getByRole('navigation', { name: 'Vastuutahot' })
    .getByRole('link', { name: /^Tiimi 15/ })
    .click();
  await expect(page.getByRole('heading', { level: 1, name: 'Tiimi 15' })).toBeVisible();
  await expect(page).toHaveURL(/\/reporting\?department=tiimi-15&municipality=vastala&round=[\da-f-]{36}$/);
  const form = formOf(page);
  await form.row('Uimakoulu').getByText('Kommentoi').click();
  await form.row('Uimakoulu').getByLabel('Kommentti', { exact: true }).fill('Onko halli jo auki?');
  await form.row('Uimakoulu').getByRole('button', { name: 'Lisää kommentti' }).click();
  await expect(form.row('Uimakoulu').getByText('Yksi kommentti')).toBeVisible();
  await form.rest.click();
  const whom = form.main.getByLabel('Keneltä tieto on saatu?');
  await expect(whom).toBeFocused();
  await expect(form.main.getByText('Kerro ensin, keneltä tieto on saatu.').first()).toBeVisible();
  await whom.fill('Sirpa Seurainen, seuran sihteeri');
  await form
    .row('Kyläkävelyt')
    .getByRole('button', { name: /^Ei muutosta/ })
    .click();
  await expect(form.row('Kyläkävelyt').getByText(/^Ennallaan \d/)).toBeVisible();

  const context = await browser.newContext({ ...(baseURL !== undefined && { baseURL }), locale: 'fi-FI' });
  const theirs = await openForm(await context.newPage(), reporterOf(15));
  await expect(theirs.answered(1)).toBeVisible();
  await theirs.row('Uimakoulu').getByText('Yksi kommentti').click();
  await expect(theirs.row('Uimakoulu').getByText('Onko halli jo auki?')).toBeVisible();
  await expect(theirs.main.getByLabel('Keneltä tieto on saatu?')).toHaveCount(0);
  await context.close();
});
