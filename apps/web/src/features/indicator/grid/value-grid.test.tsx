import type { StoredCell } from '@vointi/shared/indicator/manage-contract.ts';
import type { IndicatorDetail } from '@vointi/shared/indicator/read-contract.ts';
import { afterEach, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { renderAlone } from '../../../testing/render.tsx';
import { refusal, stubFetch } from '../../../testing/stub-fetch.ts';
import { ValueGrid } from './value-grid.tsx';

const value = (period: string, area: 'municipality' | 'region' | 'country', number: number) => ({
  kind: 'number',
  value: number,
  period,
  ageGroup: null,
  sex: null,
  area,
  note: null,
  source: null,
  sourceId: null,
  licence: null,
  isUncertain: false,
  version: 1,
});

/** Rows 2024 (the plan's year, without values), 2023 and 2022; columns municipality, region and country. */
const indicator = {
  slug: 'liikkumattomat',
  name: { fi: 'Liikkumattomat' },
  kind: 'number',
  unit: null,
  decimals: 1,
  source: null,
  sourceId: null,
  licence: null,
  regionName: null,
  plan: { year: 2024 },
  values: [
    value('2023', 'municipality', 21.5),
    value('2023', 'region', 20.5),
    value('2023', 'country', 19),
    value('2022', 'municipality', 20),
    value('2022', 'region', 19.5),
    value('2022', 'country', 18),
  ],
} as unknown as IndicatorDetail;

afterEach(() => vi.unstubAllGlobals());

const json = (body: unknown) => new Response(JSON.stringify(body), { headers: { 'content-type': 'application/json' } });

const draw = async () => {
  const { screen } = await renderAlone(<ValueGrid slug="kouvola" indicator={indicator} />);
  const grid = screen.getByRole('grid');
  await expect.element(grid).toBeVisible();
  /** Row and column from 0, without the headings. */
  const cell = (row: number, column: number) =>
    grid
      .getByRole('row')
      .nth(row + 1)
      .getByRole('gridcell')
      .nth(column);
  return {
    screen,
    cell,
    editor: grid.getByRole('textbox'),
    button: (name: string) => screen.getByRole('button', { name, exact: true }),
    texts: () => [0, 1, 2].flatMap((row) => [0, 1, 2].map((column) => cell(row, column).element().textContent)),
  };
};

const { keyboard } = userEvent;

it('moves between cells by keyboard, and stops at the edges', async () => {
  const { cell, texts } = await draw();
  expect(texts()).toEqual(['', '', '', '21,5', '20,5', '19', '20', '19,5', '18']);
  await cell(0, 0).click();
  await keyboard('{ArrowRight}');
  await expect.element(cell(0, 1)).toHaveFocus();
  await keyboard('{ArrowRight}{ArrowRight}{ArrowDown}');
  await expect.element(cell(1, 2)).toHaveFocus();
  await keyboard('{ArrowLeft}');
  await expect.element(cell(1, 1)).toHaveFocus();
  await keyboard('{Home}{ArrowUp}{ArrowUp}');
  await expect.element(cell(0, 0)).toHaveFocus();
  await keyboard('{Control>}{End}{/Control}');
  await expect.element(cell(2, 2)).toHaveFocus();
  await keyboard('{PageUp}');
  await expect.element(cell(0, 2)).toHaveFocus();
});

it('opens a cell by F2, goes home by Control+Home, and is left by Tab', async () => {
  const { cell, editor, screen } = await draw();
  await cell(1, 2).click();
  await keyboard('{F2}');
  await expect.element(editor).toHaveFocus();
  await keyboard('{Enter}');
  await expect.element(cell(2, 2)).toHaveFocus();
  await keyboard('{Control>}{Home}{/Control}');
  await expect.element(cell(0, 0)).toHaveFocus();
  await keyboard('{Tab}');
  expect(screen.getByRole('grid').element().contains(document.activeElement)).toBe(false);
});

it('has one tab stop, and Shift with an arrow selects a block', async () => {
  const { cell, screen } = await draw();
  const selected = () => screen.getByRole('gridcell', { selected: true }).elements().length;
  await cell(1, 0).click();
  expect(screen.container.querySelectorAll('td[tabindex="0"]')).toHaveLength(1);
  await keyboard('{Shift>}{ArrowRight}{ArrowDown}{/Shift}');
  await expect.poll(selected).toBe(4);
  await expect.element(cell(1, 0)).toHaveFocus();
  await keyboard('{ArrowUp}');
  await expect.poll(selected).toBe(1);
});

it('edits a cell: a character replaces the content, Enter opens it, and Escape restores it', async () => {
  const { cell, editor } = await draw();
  await cell(1, 0).click();
  await keyboard('7');
  await expect.element(editor).toHaveAccessibleName('2023, kaikki');
  await expect.element(editor).toHaveValue('7');
  await keyboard(',5{Enter}');
  await expect.element(cell(1, 0)).toHaveTextContent('7,5 (muutettu)');
  await expect.element(cell(2, 0)).toHaveFocus();
  await keyboard('{Enter}');
  await expect.element(editor).toHaveValue('20');
  await keyboard('9{Escape}');
  await expect.element(cell(2, 0)).toHaveFocus();
  await expect.element(cell(2, 0)).toHaveTextContent('20');
  await keyboard('8{Tab}');
  await expect.element(cell(2, 1)).toHaveFocus();
  await keyboard('6{Tab}');
  await expect.element(cell(2, 2)).toHaveFocus();
  await expect.element(cell(2, 0)).toHaveTextContent('8 (muutettu)');
  await expect.element(cell(2, 1)).toHaveTextContent('6 (muutettu)');
  await cell(1, 1).click();
  await keyboard('5{Shift>}{Tab}{/Shift}');
  await expect.element(cell(1, 0)).toHaveFocus();
});

it('keeps a number that it cannot read, tells why, and saves nothing until it is corrected', async () => {
  const answer = { indicator: 'liikkumattomat', period: '2024', ageGroup: null, sex: null, area: 'municipality' };
  const requests = stubFetch(() => json({ cells: [{ ...answer, value: value('2024', 'municipality', 12) }] }));
  const { screen, cell, editor, button } = await draw();
  await cell(0, 0).click();
  await keyboard('noin 12{Enter}');
  await expect.element(cell(0, 0)).toHaveTextContent('noin 12ei ole luku');
  await expect.element(cell(0, 0)).toHaveAttribute('aria-invalid', 'true');
  await button('Tallenna kaikki').click();
  const problems = screen.getByRole('heading', { name: 'Yhtä solua ei voi tallentaa' });
  await expect.element(problems).toBeVisible();
  await expect.element(screen.getByText('Rivi 1, 2024, sarake kaikki: ei ole luku (”noin 12”).')).toBeVisible();
  expect(requests).toEqual([]);

  await cell(0, 0).click();
  await keyboard('{F2}');
  await expect.element(editor).toHaveValue('noin 12');
  await editor.fill('12,0');
  await keyboard('{Enter}');
  await expect.element(problems).not.toBeInTheDocument();
  await expect.element(cell(0, 0)).not.toHaveAttribute('aria-invalid');
  await button('Tallenna kaikki').click();
  await expect.element(screen.getByText('Ei tallentamattomia muutoksia.')).toBeVisible();
  await expect.element(cell(0, 0)).toHaveTextContent('12');
  expect(requests).toMatchObject([
    { method: 'PUT', body: { cells: [{ ...answer, version: 0, value: { kind: 'number', value: 12 } }] } },
  ]);
});

it('undoes and redoes edits, by keyboard and by button', async () => {
  const { screen, cell, button, texts } = await draw();
  const stored = ['', '', '', '21,5', '20,5', '19', '20', '19,5', '18'];
  await expect.element(button('Kumoa')).toBeDisabled();
  await cell(1, 0).click();
  await keyboard('1{Enter}2{Enter}');
  await expect.element(screen.getByText('2 solua muutettu, ei tallennettu.')).toBeVisible();
  await keyboard('{Control>}z{/Control}');
  await expect.element(cell(2, 0)).toHaveTextContent('20');
  await expect.element(cell(1, 0)).toHaveTextContent('1 (muutettu)');
  await button('Kumoa').click();
  await expect.poll(texts).toEqual(stored);
  await expect.element(button('Kumoa')).toBeDisabled();
  await button('Tee uudelleen').click();
  await expect.element(cell(1, 0)).toHaveTextContent('1 (muutettu)');
  await cell(0, 0).click();
  await keyboard('{Control>}y{/Control}');
  await expect.element(cell(2, 0)).toHaveTextContent('2 (muutettu)');
  await expect.element(button('Tee uudelleen')).toBeDisabled();
});

it('empties the selected block as one step', async () => {
  const { screen, cell, texts } = await draw();
  await cell(1, 0).click();
  await keyboard('{Shift>}{ArrowRight}{ArrowDown}{/Shift}{Delete}');
  await expect.element(screen.getByText('4 solua muutettu, ei tallennettu.')).toBeVisible();
  await keyboard('{Control>}z{/Control}');
  await expect.poll(texts).toEqual(['', '', '', '21,5', '20,5', '19', '20', '19,5', '18']);
});

it('pastes a block from the active cell on, and counts the cells outside the grid', async () => {
  const { screen, cell } = await draw();
  await cell(2, 1).click();
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', '1,5\t2,5\r\n3,5\t4,5\r\n');
  cell(2, 1)
    .element()
    .dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
  await expect.element(cell(2, 1)).toHaveTextContent('1,5 (muutettu)');
  await expect.element(cell(2, 2)).toHaveTextContent('2,5 (muutettu)');
  await expect
    .element(screen.getByRole('group', { name: 'Tallennus' }).getByRole('status'))
    .toHaveTextContent('2 solua muutettu, ei tallennettu. 2 liitettyä solua ei mahtunut taulukkoon.');
});

it('shows the error of the API at its cell, and keeps what was typed', async () => {
  const details = [{ path: 'body.cells.1.value', message: 'no', reason: 'too_many_values' as const }];
  stubFetch(() => refusal({ status: 400, code: 'invalid_request', details }));
  const { cell, button } = await draw();
  await cell(1, 0).click();
  await keyboard('1{Enter}2{Enter}');
  await button('Tallenna kaikki').click();
  await expect.element(cell(2, 0)).toHaveAttribute('aria-invalid', 'true');
  await expect.element(cell(1, 0)).not.toHaveAttribute('aria-invalid');
  await expect.element(cell(1, 0)).toHaveTextContent('1 (muutettu)');
  await expect.element(cell(2, 0)).toHaveTextContent('2mittarilla voi olla enintään 20 000 arvoa');
});

it('keeps both values when another person saved the cell, and sends the chosen one with the new version', async () => {
  const key = { indicator: 'liikkumattomat', period: '2023', ageGroup: null, sex: null, area: 'municipality' } as const;
  const stored = (number: number, version: number) =>
    ({ ...key, value: { ...value('2023', 'municipality', number), version } }) as StoredCell;
  const requests = stubFetch(() =>
    requests.length === 1
      ? refusal({ status: 409, code: 'conflict', current: { cells: [stored(30, 2)] } })
      : json({ cells: [stored(25, 3)] }),
  );
  const { screen, cell, button } = await draw();
  await cell(1, 0).click();
  await keyboard('25{Enter}');
  await button('Tallenna kaikki').click();
  await expect.element(screen.getByText('Rivi 2, 2023, sarake kaikki: tallennettu 30, sinulla 25.')).toBeVisible();
  await expect.element(cell(1, 0)).toHaveTextContent('25 (muutettu)');
  await button('Pidä oma').click();
  await button('Tallenna kaikki').click();
  await expect.element(screen.getByText('Ei tallentamattomia muutoksia.')).toBeVisible();
  expect(requests.map(({ body }) => body)).toMatchObject([{ cells: [{ version: 1 }] }, { cells: [{ version: 2 }] }]);
});
