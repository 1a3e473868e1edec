import type { Locator, Page } from '@playwright/test';

/** The board's parts by their accessible names. */
export const boardOf = (page: Page) => {
  const main = page.getByRole('main');
  const goal = (name: string): Locator => main.getByRole('region', { name, exact: true });
  return {
    main,
    goal,
    /** Visible links to measures in any view; filtered ones stay in the page, hidden. */
    measures: main.locator('a[href*="/measures/"]').filter({ visible: true }),
    measure: (title: string) =>
      main.getByRole('listitem').filter({ has: page.getByRole('link', { name: title, exact: true }) }),
    filters: page.getByRole('search'),
    ageGroup: (name: string) => page.getByRole('group', { name: 'Ikäryhmä' }).getByRole('button', { name }),
    active: main.getByRole('list', { name: 'Voimassa olevat rajaukset' }),
    shown: (count: number, total = 59) => main.getByText(`Näytetään ${count} / ${total}`, { exact: true }),
  };
};
