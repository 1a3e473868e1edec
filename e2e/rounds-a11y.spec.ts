import type { Page } from '@playwright/test';
import { beWide, expectToReflow, languages, lookAt, untilError } from './support/axe.ts';
import { beSignedIn } from './support/people.ts';
import { coordinatorOf, roundless } from './support/plans.ts';
import { expect, test } from './support/test.ts';

const example = { slug: 'esimerkkila', year: 2026 };
const list = `/rounds/${example.slug}`;
const board = `/${example.slug}/${example.year}`;

/** The example has a planned, an open and closed rounds, newest first. */
async function idOf(page: Page, state: 'open' | 'closed'): Promise<string> {
  const { rounds } = (await (await page.request.get(`/api/v1/municipalities/${example.slug}/rounds`)).json()) as {
    rounds: { id: string; state: string }[];
  };
  return rounds.find((round) => round.state === state)?.id ?? '';
}

const openFirst = (page: Page) => page.getByRole('main').getByRole('button').filter({ hasText: /\S/ }).first().click();
async function fail(page: Page, what: string) {
  await page.clock.install();
  await page.route(what, (route) => route.abort());
}

/** The states of each page of rounds. */
const states: {
  name: string;
  path: string | ((page: Page) => Promise<string>);
  coordinator?: { slug: string };
  before?: (page: Page) => Promise<unknown>;
  reach?: (page: Page) => Promise<unknown>;
}[] = [
  { name: 'list', path: list },
  { name: 'no rounds', path: `/rounds/${roundless.slug}`, coordinator: roundless },
  {
    name: 'list, error',
    path: list,
    before: (page) => fail(page, '**/api/v1/municipalities/*/rounds'),
    reach: untilError,
  },
  {
    name: 'new round, refused',
    path: list,
    reach: async (page) => {
      await openFirst(page);
      await page.getByRole('dialog').getByRole('textbox').first().fill('');
      await page.getByRole('dialog').locator('summary').click();
      await page.getByRole('dialog').locator('button[type=submit]').click();
      await expect(page.locator('form section h2')).toBeVisible();
    },
  },
  { name: 'open round', path: async (page) => `${list}/${await idOf(page, 'open')}` },
  {
    name: 'open round, remarks and log open',
    path: async (page) => `${list}/${await idOf(page, 'open')}`,
    reach: async (page) => {
      for (const summary of await page.getByRole('main').locator('summary').all()) await summary.click();
    },
  },
  {
    name: 'open round, nobody found',
    path: async (page) => `${list}/${await idOf(page, 'open')}?q=qqqq`,
  },
  {
    name: 'open round, closing',
    path: async (page) => `${list}/${await idOf(page, 'open')}`,
    reach: async (page) => {
      await page
        .getByRole('main')
        .getByRole('button', { name: /^(Päätä|Avsluta|Close) / })
        .click();
      await expect(page.getByRole('dialog')).toBeVisible();
    },
  },
  { name: 'closed round', path: async (page) => `${list}/${await idOf(page, 'closed')}` },
  {
    name: 'closed round, opening again',
    path: async (page) => `${list}/${await idOf(page, 'closed')}`,
    reach: async (page) => {
      await openFirst(page);
      await page.getByRole('dialog').locator('button[type=submit]').click();
      await expect(page.locator('form section h2')).toBeVisible();
    },
  },
  {
    name: 'round, error',
    path: async (page) => `${list}/${await idOf(page, 'open')}`,
    before: (page) => fail(page, '**/api/v1/municipalities/*/rounds/*'),
    reach: untilError,
  },
  { name: 'no such round', path: `${list}/01a00000-0000-7000-8000-000000000000` },
  { name: 'board as a round left it', path: `${board}?round=kevat-2026` },
  {
    name: 'board, rounds to choose',
    path: board,
    reach: async (page) => {
      await page
        .getByRole('main')
        .getByRole('button', { name: /kierrokset|omgångar|rounds/ })
        .click();
      await expect(page.getByRole('dialog').locator('a[aria-current]')).toBeVisible();
    },
  },
  { name: 'board of no such round', path: `${board}?round=ei-ole` },
  { name: 'table with the last rounds', path: `${board}?view=table` },
];

for (const { name, path, coordinator = example, before, reach } of states) {
  test(`axe and reflow: rounds, ${name}`, async ({ page }) => {
    await beSignedIn(page, coordinatorOf(coordinator));
    const address = typeof path === 'string' ? path : await path(page);
    await before?.(page);
    for (const language of languages) {
      await beWide(page);
      await page.goto(`${address}${address.includes('?') ? '&' : '?'}lang=${language}`);
      await expect(page.locator('html')).toHaveAttribute('lang', language);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
      await reach?.(page);
      await lookAt(page, language);
      await expectToReflow(page, language);
    }
  });
}
