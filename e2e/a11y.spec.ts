import type { Page } from '@playwright/test';
import { violationsOf } from './support/axe.ts';
import { kouvola } from './support/plans.ts';
import { expect, test } from './support/test.ts';

/** Every page of the product: a line here. */
const pages = [
  { name: 'municipalities', path: '/' },
  { name: 'an address that is nobody’s', path: '/a/b/c/d' },
  { name: 'a plan that is not there', path: '/kouvola/2031' },
  { name: 'board, cards', path: kouvola },
  { name: 'board, lights', path: `${kouvola}?view=lights` },
  { name: 'board, table', path: `${kouvola}?view=table` },
  { name: 'board, matrix', path: `${kouvola}?view=matrix` },
  { name: 'board, nothing found', path: `${kouvola}?isNew=true&status=done` },
  { name: 'measure', path: `${kouvola}/measures/kasvatustutorit` },
  { name: 'goal', path: `${kouvola}/goals/osallisuus` },
  { name: 'department', path: `${kouvola}/departments/perusopetus` },
  { name: 'council term', path: `${kouvola}/term` },
  { name: 'findings', path: `${kouvola}/findings` },
  { name: 'accessibility statement', path: '/accessibility' },
  { name: 'about', path: '/about' },
];
const languages = ['fi', 'sv', 'en'] as const;

async function open(page: Page, path: string, language: string) {
  await page.goto(`${path}${path.includes('?') ? '&' : '?'}lang=${language}`, { waitUntil: 'networkidle' });
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
}

for (const { name, path } of pages) {
  for (const language of languages) {
    test(`axe: ${name}, ${language}, light and dark`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
      await open(page, path, language);
      expect.soft(await violationsOf(page), 'light').toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark' });
      expect.soft(await violationsOf(page), 'dark').toEqual([]);
    });
  }
}

test('axe notices a planted violation', async ({ page }) => {
  await open(page, '/', 'fi');
  await page.evaluate(() => {
    const button = document.createElement('button');
    button.style.setProperty('color', '#fefefe');
    document.querySelector('main')?.append(button, new Image());
  });
  const found = await violationsOf(page);
  expect(found).toEqual(
    expect.arrayContaining([expect.stringMatching(/^button-name/), expect.stringMatching(/^image-alt/)]),
  );
});
