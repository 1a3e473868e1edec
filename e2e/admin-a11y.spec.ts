import type { Page } from '@playwright/test';
import { beWide, expectToReflow, languages, lookAt, untilError } from './support/axe.ts';
import { beSignedIn } from './support/people.ts';
import { own, ownAdmin } from './support/plans.ts';
import { expect, test } from './support/test.ts';

const search = (page: Page) => page.getByRole('searchbox').first().fill('qqqq');
const firstButton = (page: Page) => page.getByRole('main').getByRole('button').filter({ hasText: /\S/ });
/** The page's main action stands above its list. */
const openFirst = (page: Page) => firstButton(page).first().click();
const sendEmpty = async (page: Page) => {
  await openFirst(page);
  await page.getByRole('dialog').locator('button[type=submit]').click();
};

/** The states of each page of administration. */
const states: { page: string; name: string; reach?: (page: Page) => Promise<unknown> }[] = [
  { page: 'people', name: 'list' },
  { page: 'people', name: 'nothing found', reach: search },
  { page: 'people', name: 'dialog', reach: openFirst },
  { page: 'people', name: 'refusals', reach: sendEmpty },
  {
    page: 'people',
    name: 'somebody’s dialog',
    reach: async (page) => {
      const row = page.getByRole('listitem').filter({ has: page.getByRole('heading', { level: 2 }) });
      await row.first().getByRole('button').first().click();
      await expect(page.getByRole('dialog')).toBeVisible();
    },
  },
  {
    page: 'people',
    name: 'error',
    reach: async (page) => {
      await page.route('**/users?q=*', (route) => route.abort());
      await page.clock.install();
      await search(page);
      await untilError(page);
    },
  },
  { page: 'departments', name: 'list' },
  { page: 'departments', name: 'nothing found', reach: search },
  { page: 'departments', name: 'dialog', reach: openFirst },
  { page: 'departments', name: 'refusals', reach: sendEmpty },
  { page: 'settings', name: 'form' },
  {
    page: 'settings',
    name: 'refusals',
    reach: async (page) => {
      await page.locator('input[type=email]').fill('x');
      await page.locator('button[type=submit]').click();
    },
  },
  { page: 'identity', name: 'how', reach: (page) => page.locator('summary').click() },
  { page: 'identity', name: 'refusals', reach: sendEmpty },
  { page: 'audit', name: 'table' },
  { page: 'audit', name: 'nothing found', reach: (page) => page.locator('select').first().selectOption('user.remove') },
];

for (const { page: one, name, reach } of states) {
  test(`axe and reflow: admin ${one}, ${name}`, async ({ page }) => {
    await beSignedIn(page, ownAdmin);
    for (const language of languages) {
      await page.unrouteAll();
      await beWide(page);
      await page.goto(`/admin/${own.slug}/${one}?lang=${language}`);
      await expect(page.locator('html')).toHaveAttribute('lang', language);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
      await reach?.(page);
      if (name === 'refusals') await expect(page.locator('form h2')).toBeVisible();
      if (name === 'nothing found') await expect(page.getByRole('main').locator('section h2')).toBeVisible();
      await lookAt(page, language);
      await expectToReflow(page, language);
    }
  });
}
