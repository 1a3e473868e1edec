import type { Locator, Page } from '@playwright/test';

/** The parts of the board that journeys speak of, by the names that a reader hears. */
export const boardOf = (page: Page) => {
  const main = page.getByRole('main');
  const goal = (name: string): Locator => main.getByRole('region', { name, exact: true });
  return {
    main,
    goal,
    /** Every link to a measure that is shown, in whichever view: what a filter leaves out stays in the page, hidden. */
    measures: main.locator('a[href*="/measures/"]').filter({ visible: true }),
    measure: (title: string) =>
      main.getByRole('listitem').filter({ has: page.getByRole('link', { name: title, exact: true }) }),
    filters: page.getByRole('search'),
    ageGroup: (name: string) => page.getByRole('group', { name: 'Ikäryhmä' }).getByRole('button', { name }),
    active: main.getByRole('list', { name: 'Voimassa olevat rajaukset' }),
    shown: (count: number, total = 59) => main.getByText(`Näytetään ${count} / ${total}`, { exact: true }),
  };
};
