import { beSignedIn } from '../support/people.ts';
import { own, ownAdmin, ownCoordinator } from '../support/plans.ts';
import { expect, test } from '../support/test.ts';

test('shows a coordinator only pages and actions that are allowed', async ({ page }) => {
  await beSignedIn(page, ownCoordinator);
  await page.goto('/admin');
  await expect(page).toHaveURL(`/admin/${own.slug}/people`);
  const nav = page.getByRole('navigation', { name: 'Hallinta, Hallila' });
  await expect(nav.getByRole('link')).toHaveText([
    'Kierrokset',
    'Henkilöt',
    'Vastuutahot',
    'Näytöt',
    'Mittarit',
    'Kehityskulut',
  ]);
  await expect(page.getByRole('heading', { name: 'Hallila, admin' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Kutsu henkilö' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: /^Muokkaa/ })).toHaveCount(0);
  await page.goto(`/admin/${own.slug}/settings`);
  await expect(page.getByRole('heading', { name: 'Sinulla ei ole oikeutta tähän sivuun' })).toBeVisible();
});

test('refuses the administration of another municipality', async ({ page }) => {
  await beSignedIn(page, ownAdmin);
  await page.goto('/admin/kouvola/people');
  await expect(page.getByText('Sinulla ei ole roolia tässä kunnassa, tai kuntaa ei ole.')).toBeVisible();
  await expect(page.getByText('@kouvola.example')).toHaveCount(0);
});
