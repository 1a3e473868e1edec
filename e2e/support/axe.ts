import type { Page } from '@playwright/test';
import axe, { type AxeResults, type RunOptions } from 'axe-core';
import { expect } from './test.ts';

/** Rules that a theme alone can break: it changes only colours. */
const rulesOfColour = ['color-contrast', 'link-in-text-block'];

export const languages = ['fi', 'sv', 'en'] as const;

/**
 * The violated rules with their elements.
 * `of` limits the rules: to colours where the other theme was checked as a whole; to rules without colours where
 * the colours were checked in another language.
 */
export async function violationsOf(page: Page, of: 'all' | 'colours' | 'words' = 'all') {
  // Passes are only counted, so axe need not describe them. The pages have no frames, so one run sees everything.
  const options: RunOptions = { resultTypes: ['violations'] };
  if (of === 'colours') options.runOnly = { type: 'rule', values: rulesOfColour };
  if (of === 'words') options.rules = Object.fromEntries(rulesOfColour.map((rule) => [rule, { enabled: false }]));
  expect(page.frames(), 'frames').toHaveLength(1);
  // Sending the library costs more than most runs: a page keeps it until it loads anew.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  const { violations, passes } = await page.evaluate(
    (run) => (globalThis as unknown as { axe: typeof axe }).axe.run(document, run) as Promise<AxeResults>,
    options,
  );
  expect(passes.length, 'rules that found something to look at').toBeGreaterThan(of === 'colours' ? 0 : 10);
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}

/**
 * Checks a page in its language and both themes. Colours are checked in Finnish only, because words do not change
 * them.
 */
export async function lookAt(page: Page, language: (typeof languages)[number], what = '') {
  const said = (theme: string) => [what, language, theme].filter(Boolean).join(', ');
  const isFirst = language === languages[0];
  expect.soft(await violationsOf(page, isFirst ? 'all' : 'words'), said('light')).toEqual([]);
  if (!isFirst) return;
  await page.emulateMedia({ colorScheme: 'dark' });
  expect.soft(await violationsOf(page, 'colours'), said('dark')).toEqual([]);
}

/** The page fits a screen of 320 pixels (WCAG 1.4.10). */
export async function expectToReflow(page: Page, what = '') {
  await page.setViewportSize({ width: 320, height: 700 });
  const widthOf = () => page.evaluate(() => document.documentElement.scrollWidth);
  await expect
    .soft(async () => expect(await widthOf()).toBeLessThanOrEqual(320), `${what} 320 px`)
    .toPass({ timeout: 5000 });
}

/**
 * Waits for the page's error notice. The page asks three times, seconds apart: a clock that runs ahead shortens the
 * wait. The clock must be installed before the page is opened.
 */
export async function untilError(page: Page) {
  await expect(async () => {
    await page.clock.fastForward(4000);
    await expect(page.getByRole('alert')).toBeVisible({ timeout: 250 });
  }).toPass({ timeout: 30_000 });
}

/** Resets the page to a wide, light window without motion. */
export async function beWide(page: Page) {
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
}
