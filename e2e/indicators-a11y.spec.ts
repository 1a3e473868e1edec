import type { Page } from '@playwright/test';
import { beWide, expectToReflow, languages, lookAt, untilError } from './support/axe.ts';
import { figureCoordinator, figures, noFigures } from './support/indicator-plan.ts';
import { beSignedIn } from './support/people.ts';
import { expect, test } from './support/test.ts';

const plan = ({ slug, year }: typeof figures) => `/${slug}/${year}`;
const admin = `/admin/${figures.slug}`;
const year = `year=${figures.year}`;

type State = { name: string; path: string; reach?: (page: Page) => Promise<unknown>; status?: number };

const drawn = (page: Page) => expect(page.getByRole('figure').first().getByRole('application')).toBeVisible();
/** Lets the API's answers fail. */
const fails = (page: Page, pattern: RegExp) =>
  page.route(pattern, (route) =>
    route.fulfill({ status: 503, json: { code: 'unavailable', status: 503, requestId: 'e2e' } }),
  );

const publicPages: readonly State[] = [
  { name: 'catalogue', path: `${plan(figures)}/indicators` },
  { name: 'catalogue narrowed to nothing', path: `${plan(figures)}/indicators?q=zzzz&hasData=true` },
  { name: 'catalogue without indicators', path: `${plan(noFigures)}/indicators` },
  { name: 'indicator by area', path: `${plan(figures)}/indicators/osuus?by=area`, reach: drawn },
  { name: 'indicator, stacked', path: `${plan(figures)}/indicators/kavijat?by=ageGroup&view=stacked`, reach: drawn },
  { name: 'indicator with hidden figures', path: `${plan(figures)}/indicators/loukkaantuneet` },
  { name: 'indicator without a figure', path: `${plan(figures)}/indicators/ilman` },
  { name: 'indicator that is not there', path: `${plan(figures)}/indicators/olematon` },
  { name: 'measure with charts', path: `${plan(figures)}/measures/kavely`, reach: drawn },
  { name: 'findings', path: `${plan(figures)}/findings`, reach: drawn },
];

const editingPages: readonly State[] = [
  { name: 'list', path: `${admin}/indicators?${year}` },
  {
    name: 'grid with a refused cell',
    path: `${admin}/indicators/grid?${year}`,
    reach: async (page) => {
      const cell = page.getByRole('grid').getByRole('row').nth(1).getByRole('gridcell').first();
      await cell.click();
      await page.keyboard.type('abc');
      await page.keyboard.press('Enter');
      await expect(cell).toHaveAttribute('aria-invalid', 'true');
    },
  },
  {
    name: 'edit',
    path: `${admin}/indicators/edit/osuus?${year}`,
    reach: (page) => expect(page.getByRole('grid')).toBeVisible(),
  },
  {
    name: 'form of a new indicator',
    path: `${admin}/indicators?${year}&new=true`,
    reach: (page) => expect(page.getByRole('dialog')).toBeVisible(),
  },
  {
    name: 'import with a refused row',
    path: `${admin}/indicators/import?${year}`,
    reach: async (page) => {
      await page.locator('input[type=file]').setInputFiles({
        name: 'luvut.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from('mittari;jakso;arvo\r\ntuonti;2021;abc\r\ntuonti;2020;1,5\r\n'),
      });
      await expect(page.getByRole('table').first()).toBeVisible();
    },
  },
  {
    name: 'findings',
    path: `${admin}/findings?${year}`,
    reach: async (page) => {
      await page.getByRole('main').locator('button').first().click();
      await expect(page.getByRole('dialog')).toBeVisible();
    },
  },
];

async function look(page: Page, language: (typeof languages)[number], { name, path, reach }: State) {
  await beWide(page);
  await page.goto(`${path}${path.includes('?') ? '&' : '?'}lang=${language}`);
  await expect(page.locator('html')).toHaveAttribute('lang', language);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
  await reach?.(page);
  await lookAt(page, language, name);
  await expectToReflow(page, name);
}

for (const language of languages) {
  test(`axe and reflow: indicator pages, ${language}`, async ({ page }) => {
    test.slow();
    for (const state of publicPages) await look(page, language, state);
    await page.clock.install();
    await fails(page, /\/plans\/\d+\/indicators/);
    const away = { name: 'catalogue, the service away', path: `${plan(figures)}/indicators`, reach: untilError };
    await look(page, language, away);
  });

  test(`axe and reflow: pages that edit indicators, ${language}`, async ({ page }) => {
    test.slow();
    await beSignedIn(page, figureCoordinator);
    // Leaves pages with unsaved input.
    page.on('dialog', (dialog) => void dialog.accept());
    for (const state of editingPages) await look(page, language, state);
  });
}
