import { afterEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { renderPage } from '../../testing/render-page.tsx';
import { refusal } from '../../testing/stub-fetch.ts';
import { makeBoard, makeDepartment, makeGoal, makeMeasure } from './testing/board.ts';

const path = '/hallila/2024';
const board = makeBoard(
  [
    makeGoal('elintavat', 'Elintavat', [
      makeMeasure(
        'uinti',
        { liikunta: 'in_progress' },
        { title: { fi: 'Uinti' }, ageGroup: 'children_youth', isNew: true },
      ),
      makeMeasure('kerhot', { liikunta: 'done', koulu: null }, { title: { fi: 'Kerhot' }, ageGroup: 'all_ages' }),
      makeMeasure('ahkio', { koulu: 'not_started' }, { title: { fi: 'Ähkiö' }, ageGroup: 'all_ages' }),
      makeMeasure('budjetti', { koulu: 'done', liikunta: 'in_progress' }, { title: { fi: 'Budjetti' } }),
    ]),
    makeGoal('turva', 'Turva', [
      makeMeasure('aamut', { koulu: 'done' }, { title: { fi: 'Aamut' }, ageGroup: 'all_ages' }),
      makeMeasure('opas', { liikunta: 'done' }, { title: { fi: 'Opas' } }),
    ]),
  ],
  [makeDepartment('koulu', 'Koulu'), makeDepartment('liikunta', 'Liikunta')],
  {
    source: { fi: 'Raportti 2023' },
    round: {
      slug: 'katsaus',
      name: { fi: 'Tilannekatsaus 2024' },
      periodAssessed: { fi: '2023' },
      state: 'closed',
      opensAt: null,
      closesAt: null,
      closedAt: null,
    },
  },
);

const openBoard = async (search = '', respond = () => Response.json(board)) => {
  const { screen, address } = await renderPage(`${path}${search}`, {
    respond: ({ path: address }) =>
      address.startsWith('/api/v1/municipalities/hallila/plans/2024/board') ? respond() : undefined,
  });
  const main = screen.getByRole('main');
  /** Links to measures in any view; filtered ones stay in the page, hidden. */
  const links = () =>
    [...document.querySelectorAll<HTMLElement>('main a[href*="/measures/"]')].filter((link) => link.checkVisibility());
  return {
    screen,
    main,
    address,
    links,
    measure: (title: string) =>
      main.getByRole('listitem').filter({ has: page.getByRole('link', { name: title, exact: true }) }),
    filters: screen.getByLabelText('Rajaukset', { exact: true }),
    shown: (count: number) => main.getByText(`Näytetään ${count} / 6`, { exact: true }),
  };
};

afterEach(() => page.viewport(1280, 900));

it.each([
  ['Kerhot', ['#light-done', '#light-not_reported']],
  ['Budjetti', ['#light-done', '#light-in_progress']],
])('draws a segment for each department where answers differ: %s', async (title, glyphs) => {
  const { measure } = await openBoard();
  await expect.element(measure(title)).toBeVisible();
  const segments = [...measure(title).element().querySelectorAll(':scope > span > svg')];
  expect(segments.map((segment) => segment.querySelector('use')?.getAttribute('href'))).toEqual(glyphs);
  const [first, second] = segments.map((segment) => segment.getBoundingClientRect());
  expect(first?.width).toBeGreaterThan(0);
  expect(second?.left).toBeGreaterThanOrEqual(first?.right ?? 0);
  expect(Math.abs((first?.width ?? 0) - (second?.width ?? 0))).toBeLessThanOrEqual(1);
  if (title === 'Kerhot') await expect.element(measure(title)).toMatchTextContent('Koulu: ei raportoitu');
});

it('changes the language in place and keeps the filters', async () => {
  const { screen, shown, links } = await openBoard('?ageGroup=children_youth');
  await expect.element(shown(1)).toBeVisible();
  for (const [button, lang, ageGroup] of [
    ['sv, svenska', 'sv', /^Barn och unga/],
    ['en, English', 'en', /^Children and young people/],
    ['fi, suomi', 'fi', /^Lapset ja nuoret/],
  ] as const) {
    await screen.getByRole('button', { name: button }).click();
    await expect.poll(() => document.documentElement.lang).toBe(lang);
    await expect.element(screen.getByRole('button', { name: ageGroup, pressed: true })).toBeVisible();
    expect(links()).toHaveLength(1);
  }
});

it('normalises the address of a view, and names unknown values', async () => {
  const { main, shown, address } = await openBoard(
    '?status=not_started&department=ei-ole&ageGroup=all_ages&ageGroup=all_ages',
  );
  await expect.element(shown(1)).toBeVisible();
  await expect.poll(address).toBe(`${path}?ageGroup=all_ages&status=not_started`);
  await expect.element(main.getByText(/ei-ole/)).toBeVisible();
});

it('moves between lights by arrow keys, with one tab stop', async () => {
  const { links } = await openBoard('?view=lights');
  await expect.poll(() => links().length).toBe(6);
  expect(document.querySelectorAll('main a[data-code][tabindex="0"]')).toHaveLength(1);
  links()[0]?.focus();
  await userEvent.keyboard('{ArrowRight}');
  expect(document.activeElement).toBe(links()[1]);
  await userEvent.keyboard('{End}');
  expect(document.activeElement).toBe(links().at(-1));
  expect(document.querySelectorAll('main a[data-code][tabindex="0"]')).toHaveLength(1);
});

it('sorts the table, and keeps the order in the address', async () => {
  const { screen, links, address } = await openBoard('?view=table');
  await expect.poll(() => links().length).toBe(6);
  await screen.getByRole('columnheader', { name: 'Toimenpide' }).getByRole('button').click();
  await expect.poll(address).toBe(`${path}?sort=measure&view=table`);
  await expect
    .poll(() => links().map(({ textContent }) => textContent))
    .toEqual(['Aamut', 'Budjetti', 'Kerhot', 'Opas', 'Uinti', 'Ähkiö']);
});

it('keeps the period assessed in sight on 320 pixels, and opens where the data comes from', async () => {
  await page.viewport(320, 640);
  const { main } = await openBoard();
  const source = main.getByText(/^Lähde:/);
  const period = main.getByRole('button', { name: 'Tilannekatsaus 2024, arvioitu ajanjakso 2023' });
  await expect.element(period).toHaveAttribute('aria-expanded', 'false');
  await expect.element(period).toBeInViewport();
  await expect.element(source).not.toBeVisible();
  await period.click();
  await expect.element(period).toHaveAttribute('aria-expanded', 'true');
  await expect.element(source).toBeVisible();
});

it('names the filters of an empty result, and offers to remove each', async () => {
  const { main, shown, links } = await openBoard('?isNew=true&status=done');
  await expect.element(main.getByText('Mikään toimenpide ei täytä kaikkia rajauksia')).toBeVisible();
  expect(links()).toHaveLength(0);
  await expect.element(main.getByRole('button', { name: 'Poista rajaus Valmis (1)' })).toHaveTextContent('Valmis (1)');
  main.getByRole('button', { name: 'Poista rajaus Uudet (2)' }).element().focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(shown(2)).toHaveFocus();
  await expect.element(shown(2)).toBeVisible();
  await expect.poll(() => links().length).toBe(2);
});

it('names a search by its text, and focuses the emptied field', async () => {
  const { filters, shown } = await openBoard();
  const field = filters.getByRole('searchbox');
  await expect.element(field).toHaveAttribute('placeholder', 'Hae toimenpidettä');
  await expect.element(field).toHaveAccessibleName(/^Hae toimenpidettä/);
  await field.fill('kerhot');
  await expect.element(shown(1)).toBeVisible();
  await expect
    .poll(() => document.querySelector('[aria-live=polite]')?.textContent)
    .toBe('Näytetään 1 toimenpide 6 toimenpiteestä');
  filters.getByRole('button', { name: 'Tyhjennä haku' }).element().focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(shown(6)).toBeVisible();
  await expect.element(field).toHaveFocus();
});

it('says an error of the API in words, and recovers by trying again', async () => {
  let isDown = true;
  const { screen, shown } = await openBoard('', () =>
    isDown ? refusal({ status: 503, code: 'unavailable' }) : Response.json(board),
  );
  const alert = screen.getByRole('alert');
  await expect.element(alert).toMatchTextContent('Palvelu ei ole juuri nyt käytettävissä');
  isDown = false;
  await alert.getByRole('button', { name: 'Yritä uudelleen' }).click();
  await expect.element(shown(6)).toBeVisible();
});
