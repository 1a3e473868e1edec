import { tabTo } from '../support/keyboard.ts';
import { beSignedIn } from '../support/people.ts';
import { coordinatorOf, roundless } from '../support/plans.ts';
import { expect, test } from '../support/test.ts';

const plan = `/${roundless.slug}/${roundless.year}`;
const text = 'Laajennetaan kahteen kouluun.\nPerusopetus tekee syyskuun loppuun mennessä.';

test('notes a decision by keyboard alone; it is in the meeting’s list and on its printout', async ({ page }) => {
  await beSignedIn(page, coordinatorOf(roundless));
  await page.goto(plan);
  const measure = page.getByRole('main').locator('a[href*="/measures/"]').first();
  const href = (await measure.getAttribute('href')) ?? '';
  await page.goto(href);
  const section = page.getByRole('region', { name: 'Kokousten päätökset' });
  await expect(section.getByText('Tästä toimenpiteestä ei ole kirjattu päätöksiä.')).toBeVisible();
  const title = await page.getByRole('heading', { level: 1 }).innerText();
  await tabTo(page, section.getByRole('button', { name: 'Kirjaa päätös' }));
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Kirjaa päätös' });
  await dialog.getByRole('button', { name: 'Tallenna' }).press('Enter');
  await expect(dialog.getByRole('link', { name: /^Päätös/ })).toBeVisible();
  await dialog.getByLabel('Päätös', { exact: true }).fill(text);
  await dialog.getByLabel('Kokous', { exact: true }).fill('Johtoryhmä');
  await dialog.getByLabel('Kokouspäivä').fill('24.11.2026');
  await dialog.getByRole('button', { name: 'Tallenna' }).press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(section.getByText('Johtoryhmä 24.11.2026')).toBeVisible();

  await section.getByRole('link', { name: 'Kaikki kokousten päätökset' }).press('Enter');
  await expect(page).toHaveURL(new RegExp(`${plan}/decisions$`));
  const meeting = page.getByRole('region', { name: 'Johtoryhmä 24.11.2026' });
  await expect(meeting.getByRole('heading', { level: 3, name: title })).toBeVisible();
  await expect(meeting.getByText('Perusopetus tekee syyskuun loppuun mennessä.')).toBeVisible();
  const print = page.getByRole('button', { name: 'Tulosta' });
  await expect(print).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(print).toBeHidden();
  await expect(page.getByText(/^Tulostettu \d/)).toBeVisible();
  await expect(meeting.getByText('Laajennetaan kahteen kouluun.')).toBeVisible();
  await page.emulateMedia({ media: 'screen' });

  await page.goto(href);
  await section.getByRole('button', { name: /^Poista: Johtoryhmä/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Poista' }).click();
  await expect(section.getByText('Tästä toimenpiteestä ei ole kirjattu päätöksiä.')).toBeVisible();
});

test('shows decisions only to people of the municipality', async ({ page }) => {
  await page.goto(plan);
  await page.getByRole('main').locator('a[href*="/measures/"]').first().click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Kokousten päätökset' })).toHaveCount(0);
  await page.goto(`${plan}/decisions`);
  await expect(page).toHaveURL(/\/sign-in/);
});
