import type { Page } from '@playwright/test';
import { people } from './support/accounts.ts';
import { beWide, languages, lookAt, violationsOf } from './support/axe.ts';
import { beSignedIn, endSession, ownMenu, resetLinkOf } from './support/people.ts';
import { kouvola } from './support/plans.ts';
import { expect, test, withoutStream } from './support/test.ts';

type Listed = { name: string; path: string; as?: keyof typeof people };

/** Every page of the product, one line each; `as` names who is signed in. */
const pages: readonly Listed[] = [
  { name: 'municipalities', path: '/' },
  { name: 'unknown address', path: '/a/b/c/d' },
  { name: 'unknown plan', path: '/kouvola/2031' },
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
  { name: 'accessibility statement of a municipality', path: '/accessibility?municipality=kouvola' },
  { name: 'about', path: '/about' },
  { name: 'sign-in', path: '/sign-in?to=/account' },
  { name: 'forgotten password', path: '/forgot-password' },
  { name: 'link without its secret', path: '/link' },
  { name: 'return from the identity provider with an error', path: '/sign-in/return?error=access_denied' },
  { name: 'signed in for another tab', path: '/sign-in/done', as: 'leader' },
  { name: 'mailbox of the demo', path: '/mailbox' },
  { name: 'own account', path: '/account', as: 'reporter' },
  { name: 'reporting, one department', path: '/reporting', as: 'reporter' },
  { name: 'reporting, all departments', path: '/reporting', as: 'leader' },
  { name: 'reporting, nothing', path: '/reporting', as: 'admin' },
  { name: 'board, signed in', path: kouvola, as: 'admin' },
];

async function open(page: Page, path: string, language: string) {
  await withoutStream(page);
  await page.goto(`${path}${path.includes('?') ? '&' : '?'}lang=${language}`);
  await expect(page.locator('html')).toHaveAttribute('lang', language);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
}

for (const { name, path, as } of pages) {
  test(`axe: ${name}`, async ({ page }) => {
    if (as) await beSignedIn(page, people[as]);
    for (const language of languages) {
      await beWide(page);
      await open(page, path, language);
      await lookAt(page, language);
    }
  });
}

test('axe finds a planted violation', async ({ page }) => {
  await open(page, '/', 'fi');
  await page.evaluate(() => {
    const pale = document.createElement('p');
    pale.textContent = 'Tuskin näkyvää';
    pale.style.setProperty('color', '#e0e0e0');
    pale.style.setProperty('background', '#ffffff');
    document.querySelector('main')?.append(document.createElement('button'), new Image(), pale);
  });
  const contrast = expect.stringMatching(/^color-contrast/);
  expect(await violationsOf(page)).toEqual(
    expect.arrayContaining([expect.stringMatching(/^button-name/), expect.stringMatching(/^image-alt/), contrast]),
  );
  expect(await violationsOf(page, 'colours')).toEqual([contrast]);
  const words = await violationsOf(page, 'words');
  expect(words).toContainEqual(expect.stringMatching(/^button-name/));
  expect(words).not.toContainEqual(contrast);
});

for (const language of languages) {
  test(`axe: choosing a password, refused and not, ${language}, light and dark`, async ({ page }) => {
    const link = await resetLinkOf(page, 'liikuntapalvelut@kouvola.example');
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    await page.goto(`/link?lang=${language}${link.hash}`);
    await expect(page.locator('input[type="password"]')).toBeVisible();
    expect.soft(await violationsOf(page), 'light').toEqual([]);
    await page.locator('form button[type="submit"]').click();
    await expect(page.locator('[aria-invalid]')).toBeVisible();
    await page.emulateMedia({ colorScheme: 'dark' });
    expect.soft(await violationsOf(page), 'dark').toEqual([]);
  });

  test(`axe: own menu, and a session that ended, ${language}, light and dark`, async ({ page }) => {
    await beSignedIn(page, people.leader);
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    await open(page, '/account', language);
    await ownMenu(page).click();
    await expect(page.getByRole('banner').locator('a[href="/account"]')).toBeVisible();
    expect.soft(await violationsOf(page), 'menu, light').toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect.soft(await violationsOf(page, 'colours'), 'menu, dark').toEqual([]);
    await page.keyboard.press('Escape');
    await endSession(page);
    await page.locator('form button[type="submit"]').first().click();
    await expect(page.locator('dialog[open]')).toBeVisible();
    expect.soft(await violationsOf(page), 'dialog, dark').toEqual([]);
    await page.emulateMedia({ colorScheme: 'light' });
    expect.soft(await violationsOf(page, 'colours'), 'dialog, light').toEqual([]);
  });
}

test.describe('on a screen of 320 pixels', () => {
  test.use({ viewport: { width: 320, height: 640 } });

  test('signed-in pages fit the width of the screen', async ({ page, context }) => {
    const widthOf = async (path: string) => {
      await open(page, path, 'fi');
      return page.evaluate(() => document.documentElement.scrollWidth);
    };
    for (const path of ['/sign-in', '/forgot-password', '/link', '/mailbox', '/accessibility?municipality=kouvola']) {
      expect.soft(await widthOf(path), path).toBe(320);
    }
    for (const as of ['reporter', 'leader', 'admin'] as const) {
      await context.clearCookies();
      await beSignedIn(page, people[as]);
      for (const path of ['/account', '/reporting']) expect.soft(await widthOf(path), `${as} ${path}`).toBe(320);
      await ownMenu(page).click();
      await expect(page.getByRole('button', { name: 'Kirjaudu ulos', exact: true })).toBeInViewport();
    }
  });
});
