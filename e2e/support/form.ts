import type { Locator, Page } from '@playwright/test';
import { beSignedIn } from './people.ts';
import { expect } from './test.ts';

/** The reporting page's parts by their accessible names. */
export const formOf = (page: Page) => {
  const main = page.getByRole('main');
  const row = (title: string): Locator => main.getByRole('region', { name: title });
  const foot = main.getByRole('group', { name: 'Tallennus ja lähettäminen' });
  return {
    main,
    row,
    foot,
    light: (title: string, word: string) => row(title).getByRole('radio', { name: new RegExp(`^${word}`) }),
    note: (title: string) => row(title).getByLabel(/^(Mitä tehtiin|Miksi)\?/),
    evidence: (title: string) => row(title).getByLabel(/^Mistä sen näkee\?/),
    send: foot.getByRole('button', { name: /^Lähetä/ }),
    rest: foot.getByRole('button', { name: /^Loput ennallaan/ }),
    answered: (count: number, total = 5) => main.getByText(`${count} / ${total} vastattu`, { exact: true }),
    thanks: main.getByRole('heading', { name: /^Kiitos!/ }),
    saved: (title: string) => row(title).getByText(/^Tallennettu klo/),
  };
};

export async function openForm(page: Page, email: string) {
  await beSignedIn(page, email);
  await page.goto('/reporting');
  await expect(page.getByRole('heading', { level: 1, name: /^Tiimi/ })).toBeVisible();
  return formOf(page);
}
