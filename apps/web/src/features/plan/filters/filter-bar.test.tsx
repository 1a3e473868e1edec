import type { Progress } from '@vointi/shared/measure/progress.ts';
import { countStatuses } from '@vointi/shared/measure/status.ts';
import { makeLight } from '@vointi/shared/measure/testing/make-light.ts';
import type { Board, BoardMeasure } from '@vointi/shared/plan/contract.ts';
import { useState } from 'react';
import { expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { renderAlone } from '../../../testing/render.tsx';
import { readSearch, type BoardSearch } from '../board-search.ts';
import { filtererOf } from '../filter-board.ts';
import type { ChangeSearch } from '../use-board-search.ts';
import { ActiveFilters } from './active-filters.tsx';
import { FilterBar } from './filter-bar.tsx';
import { useActiveFilters } from './filter-text.ts';

type MeasureFacts = [code: string, progress: Progress, department: string, rest?: Partial<BoardMeasure>];
const measure = ([code, progress, department, rest]: MeasureFacts): BoardMeasure => ({
  id: code,
  code,
  title: { fi: code },
  ageGroup: null,
  isNew: false,
  recurrence: 'one_off',
  status: progress,
  previousStatus: null,
  ages: null,
  assignments: [makeLight(department, progress)],
  ...rest,
});
const goal = (slug: string, name: string, measures: BoardMeasure[]) => ({
  slug,
  shortName: { fi: name },
  name: { fi: name },
  counts: countStatuses(measures),
  change: null,
  measures,
});
const goals = [
  goal('elintavat', 'Elintavat', [
    measure(['Kyläkävelyt', 'done', 'liikunta', { ageGroup: 'children_youth' }]),
    measure(['Uimakoulu', 'in_progress', 'liikunta', { ageGroup: 'children_youth', isNew: true }]),
    measure(['Lukupiirit', 'not_started', 'kirjasto', { ageGroup: 'older_people' }]),
  ]),
  goal('turva', 'Turvallisuus', [measure(['Kerhot', 'in_progress', 'kirjasto', { ageGroup: 'all_ages' }])]),
];
const department = (slug: string, name: string) => ({ slug, kind: 'department', name: { fi: name }, shortName: null });
const board = {
  municipality: { slug: 'kouvola', code: '286', name: { fi: 'Kouvola' }, isFictional: false },
  year: 2024,
  rounds: [],
  counts: countStatuses(goals.flatMap(({ measures }) => measures)),
  change: null,
  departments: [
    department('tekninen', 'Tekninen tuotanto'),
    department('liikunta', 'Liikuntapalvelut'),
    department('kirjasto', 'Kirjasto'),
  ],
  goals,
} as unknown as Board;
const filterer = filtererOf(board);

function Harness({ onChange }: { onChange: ChangeSearch }) {
  const [search, setSearch] = useState<BoardSearch>(() => readSearch({}, board).search);
  const change: ChangeSearch = (patch, how) => {
    onChange(patch, how);
    setSearch((now) => ({ ...now, ...patch }));
  };
  const filters = useActiveFilters(search, board);
  const filtered = filterer(search);
  const props = { board, search, change };
  return (
    <>
      <FilterBar {...props} facets={filtered.facets} active={filters.length} />
      <ActiveFilters {...props} filtered={filtered} filters={filters} />
    </>
  );
}

const draw = async () => {
  const onChange = vi.fn<ChangeSearch>();
  const { screen } = await renderAlone(<Harness onChange={onChange} />);
  const bar = screen.getByLabelText('Rajaukset', { exact: true });
  await expect.element(bar).toBeVisible();
  const menu = (name: string) => screen.getByRole('dialog', { name });
  return {
    screen,
    onChange,
    bar,
    menu,
    button: (name: string) => bar.getByRole('button', { name, exact: true }),
    /** Its count follows its name. */
    option: (of: string, name: string) => menu(of).getByRole('checkbox', { name: new RegExp(`^${name}`) }),
    chips: screen.getByRole('list', { name: 'Voimassa olevat rajaukset' }).getByRole('button'),
    clear: screen.getByRole('button', { name: 'Poista kaikki rajaukset' }),
    shown: (count: number) => expect.element(screen.getByText(`Näytetään ${count} / 4`, { exact: true })).toBeVisible(),
  };
};

it('opens a menu by keyboard, chooses in it, and gives the focus back on Escape', async () => {
  const { button, menu, option, chips, shown, onChange } = await draw();
  await shown(4);
  button('Tilanne kaikki').element().focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(menu('Tilanne')).toBeVisible();
  await userEvent.tab();
  await expect.element(option('Tilanne', 'Valmis')).toHaveFocus();
  await userEvent.keyboard(' ');
  await expect.element(option('Tilanne', 'Valmis')).toBeChecked();
  await shown(1);
  await userEvent.keyboard('{Escape}');
  await expect.element(menu('Tilanne')).not.toBeInTheDocument();
  await expect.element(button('Tilanne Valmis')).toHaveFocus();
  await expect.element(chips).toHaveTextContent('Valmis');
  expect(onChange.mock.calls).toEqual([[{ status: ['done'] }, undefined]]);
});

it('names one choice on its button, and counts several', async () => {
  const { button, option, shown, chips } = await draw();
  await button('Vastuutaho kaikki').click();
  await option('Vastuutaho', 'Liikuntapalvelut').click();
  await expect.element(button('Vastuutaho Liikuntapalvelut')).toHaveAttribute('aria-expanded', 'true');
  await shown(2);
  await option('Vastuutaho', 'Kirjasto').click();
  await expect.element(button('Vastuutaho 2 valittua')).toBeVisible();
  await shown(4);
  await option('Vastuutaho', 'Liikuntapalvelut').click();
  await expect.element(button('Vastuutaho Kirjasto')).toBeVisible();
  await shown(2);
  await expect.element(chips).toHaveTextContent('Kirjasto');
});

it('lists departments by name, counts what each would show, and disables those without any', async () => {
  const { button, menu, option } = await draw();
  await button('Vastuutaho kaikki').click();
  const options = menu('Vastuutaho').getByRole('checkbox');
  await expect.element(options.first()).toBeVisible();
  const labels = options.elements().map((one) => one.closest('label')?.textContent);
  expect(labels).toEqual(['Kirjasto2', 'Liikuntapalvelut2', 'Tekninen tuotanto0']);
  await expect.element(option('Vastuutaho', 'Tekninen tuotanto')).toBeDisabled();
});

it('chooses all unfinished statuses by one press, and takes them back by another', async () => {
  const { button, menu, option, shown, onChange } = await draw();
  await button('Tilanne kaikki').click();
  const unfinished = menu('Tilanne').getByRole('button', { name: 'Muut kuin valmiit' });
  await unfinished.click();
  await expect.element(unfinished).toHaveAttribute('aria-pressed', 'true');
  await expect.element(option('Tilanne', 'Etenee')).toBeChecked();
  await expect.element(option('Tilanne', 'Valmis')).not.toBeChecked();
  await shown(3);
  await unfinished.click();
  await expect.element(unfinished).toHaveAttribute('aria-pressed', 'false');
  await shown(4);
  expect(onChange).toHaveBeenLastCalledWith({ status: [] }, undefined);
});

it('shows one age group by a press and all by a second, and offers those that concern everybody', async () => {
  const { screen, bar, shown } = await draw();
  const group = bar.getByRole('group', { name: 'Ikäryhmä' });
  const children = group.getByRole('button', { name: /^Lapset ja nuoret/ });
  await expect.element(group.getByRole('button', { name: 'Kaikki 4' })).toHaveAttribute('aria-pressed', 'true');
  await children.click();
  await expect.element(children).toHaveAttribute('aria-pressed', 'true');
  await shown(2);
  await screen.getByRole('button', { name: '+ kaikkia ikäryhmiä koskevat (1)' }).click();
  await shown(3);
  await children.click();
  await shown(2);
  await children.click();
  await shown(4);
  await expect.element(group.getByRole('button', { name: 'Kaikki 4' })).toHaveAttribute('aria-pressed', 'true');
});

it('switches a flag on and off', async () => {
  const { bar, shown, chips, onChange } = await draw();
  const flag = bar.getByRole('button', { name: 'Uudet 1' });
  await flag.click();
  await expect.element(flag).toHaveAttribute('aria-pressed', 'true');
  await expect.element(chips).toHaveTextContent('Uudet');
  await shown(1);
  await flag.click();
  await shown(4);
  expect(onChange).toHaveBeenLastCalledWith({ isNew: undefined }, undefined);
});

it('searches as one types, as one step back in the history', async () => {
  const { bar, chips, shown, onChange } = await draw();
  const field = bar.getByRole('searchbox');
  await field.fill('uima');
  await shown(1);
  await expect.element(chips).toHaveTextContent('Haku: uima');
  await field.fill('uimak');
  await expect.element(chips).toHaveTextContent('Haku: uimak');
  expect(onChange.mock.calls).toEqual([
    [{ q: 'uima' }, { replace: false }],
    [{ q: 'uimak' }, { replace: true }],
  ]);
});

it('removes one filter by its chip, and does not lose the focus with it', async () => {
  const { screen, button, option, bar, chips, clear, shown } = await draw();
  await button('Vastuutaho kaikki').click();
  await option('Vastuutaho', 'Liikuntapalvelut').click();
  await userEvent.keyboard('{Escape}');
  await bar.getByRole('button', { name: 'Uudet 1' }).click();
  await expect
    .poll(() => chips.elements().map(({ textContent }) => textContent))
    .toEqual(['Liikuntapalvelut', 'Uudet']);
  await shown(1);
  const chip = screen.getByRole('button', { name: 'Poista rajaus Uudet' });
  chip.element().focus();
  await userEvent.keyboard('{Enter}');
  await shown(2);
  await expect.element(chips).toHaveTextContent('Liikuntapalvelut');
  await expect.element(screen.getByText('Näytetään 2 / 4', { exact: true })).toHaveFocus();
  // One filter is removed by its own chip.
  expect(clear.query()).toBeNull();
});

it('clears all filters and the search at once, and keeps the view', async () => {
  const { screen, bar, button, option, chips, clear, shown, onChange } = await draw();
  await bar.getByRole('group', { name: 'Näkymä' }).getByRole('button', { name: 'Taulukko' }).click();
  await button('Tilanne kaikki').click();
  await option('Tilanne', 'Etenee').click();
  await userEvent.keyboard('{Escape}');
  await bar.getByRole('button', { name: 'Uudet 1' }).click();
  await bar.getByRole('searchbox').fill('uima');
  await expect.poll(() => chips.elements().length).toBe(3);
  clear.element().focus();
  await userEvent.keyboard('{Enter}');
  await shown(4);
  await expect.element(screen.getByText('Näytetään 4 / 4', { exact: true })).toHaveFocus();
  await expect.element(bar.getByRole('searchbox')).toHaveValue('');
  await expect.element(button('Tilanne kaikki')).toBeVisible();
  await expect.element(button('Taulukko')).toHaveAttribute('aria-pressed', 'true');
  expect(chips.query()).toBeNull();
  expect(onChange.mock.lastCall?.[0]).toMatchObject({ status: [], isNew: undefined, q: undefined });
});

it('opens the filters by a button on a narrow screen, which says how many there are', async () => {
  await page.viewport(390, 844);
  const { bar, button } = await draw();
  await expect.element(bar.getByRole('searchbox')).not.toBeInTheDocument();
  await button('Rajaukset').click();
  await expect.element(button('Rajaukset')).toHaveAttribute('aria-expanded', 'true');
  await bar.getByRole('button', { name: 'Uudet 1' }).click();
  await expect.element(button('Rajaukset (1)')).toBeVisible();
  await page.viewport(1280, 900);
});
