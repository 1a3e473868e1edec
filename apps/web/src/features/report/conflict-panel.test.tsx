import type { ReportingRow } from '@vointi/shared/report/contract.ts';
import { expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { renderAlone } from '../../testing/render.tsx';
import { createActions } from './actions.ts';
import type { LocalCopy } from './entry.ts';
import { emptyValues } from './form-values.ts';
import { changedIds, createStore } from './reporting-form-store.ts';
import { RowCard } from './row-card.tsx';
import type { SyncQueue } from './sync-queue.ts';
import { makeDraft, makeForm, makeReport, makeRow } from './testing/rows.ts';
import { ReportingFormContext } from './use-reporting-form.ts';

const id = 'Kyläkävelyt';
const mine: LocalCopy = {
  typed: { ...emptyValues, progress: 'in_progress', note: 'Ainon teksti.' },
  baseVersion: 0,
  draftVersion: 0,
  queued: null,
};
const maijas = makeReport({ progress: 'done', evidence: { fi: 'Tilasto' } });

/** The row as the server has it, with what is written in this browser. */
const draw = async (row: Partial<ReportingRow> = { state: 'answered', report: maijas }, copy: LocalCopy = mine) => {
  const local = { get: () => copy, set: vi.fn(), has: () => true };
  const store = createStore(makeForm([makeRow(id, row)]), local);
  const schedule = vi.fn<SyncQueue['schedule']>();
  const syncQueue: SyncQueue = {
    schedule,
    go: vi.fn(),
    wake: vi.fn(),
    flush: async () => {},
    hasWrittenSince: () => false,
  };
  const { screen } = await renderAlone(
    <ReportingFormContext value={{ store, syncQueue, actions: createActions(store, syncQueue) }}>
      <ul>
        <RowCard id={id} canWrite />
      </ul>
    </ReportingFormContext>,
  );
  const panel = screen.getByRole('group', { name: 'Tähän on kaksi vastausta' });
  await expect.element(panel).toBeVisible();
  return {
    screen,
    store,
    local,
    schedule,
    panel,
    side: (name: string | RegExp) => panel.getByRole('group', { name }),
    button: (name: string) => panel.getByRole('button', { name: `${name}: ${id}` }),
    light: (name: RegExp) => screen.getByRole('radio', { name }),
    note: screen.getByLabelText(/^Mitä tehtiin/),
    evidence: screen.getByLabelText(/^Mistä sen näkee/),
    entry: () => store.get().entries.get(id),
  };
};

const focusedLights = () =>
  document.activeElement instanceof HTMLInputElement && document.activeElement.name === `light-${id}`;

it('shows both texts side by side, each with its light, and hides the fields until one is chosen', async () => {
  const { panel, side, light, store } = await draw();
  await expect.element(panel.getByText(/^Maija Mallinen ehti vastata, kun kirjoitit\./)).toBeVisible();
  await expect.element(side('Sinun tekstisi')).toMatchTextContent(/Etenee.*Ainon teksti\./);
  const theirs = side('Maija Mallinen, 12.04.2024 klo 15.04');
  await expect.element(theirs).toMatchTextContent(/Valmis.*Maijan teksti\..*Tilasto/);
  expect(light(/^Etenee/).query()).toBeNull();
  expect(changedIds(store.get())).toEqual([]);
});

it('says that nobody is named when the author is unknown', async () => {
  const { panel, side } = await draw({ state: 'answered', report: makeReport({ author: null }) });
  await expect.element(panel.getByText(/^Joku muu ehti vastata/)).toBeVisible();
  await expect.element(side('Joku muu, 12.04.2024 klo 15.04')).toMatchTextContent(/Maijan teksti\./);
});

it('merges both texts, mine first, and takes the focus to the lights', async () => {
  const { panel, button, note, evidence, light, schedule, store, entry } = await draw();
  await button('Yhdistä tekstit').click();
  await expect.element(panel).not.toBeInTheDocument();
  await expect.element(note).toHaveValue('Ainon teksti.\n\nMaijan teksti.');
  await expect.element(evidence).toHaveValue('Tilasto');
  await expect.element(light(/^Etenee/)).toBeChecked();
  await expect.poll(focusedLights).toBe(true);
  expect(schedule).toHaveBeenCalledWith(id);
  expect(changedIds(store.get())).toEqual([id]);
  expect(entry()?.baseVersion).toBe(1);
});

it('keeps mine, from now on as a change of the newer answer', async () => {
  const { panel, button, note, schedule, store, local, entry } = await draw();
  await button('Käytä omaani').click();
  await expect.element(panel).not.toBeInTheDocument();
  await expect.element(note).toHaveValue('Ainon teksti.');
  await expect.poll(focusedLights).toBe(true);
  expect(schedule).toHaveBeenCalledWith(id);
  expect(changedIds(store.get())).toEqual([id]);
  expect(entry()?.baseVersion).toBe(1);
  expect(local.set).toHaveBeenLastCalledWith(id, { ...mine, baseVersion: 1 });
});

it('takes theirs, and leaves nothing to send', async () => {
  const { screen, panel, button, light, note, store, local } = await draw();
  await button('Käytä tätä').click();
  await expect.element(panel).not.toBeInTheDocument();
  await expect.element(screen.getByText('Maijan teksti.')).toBeVisible();
  await expect.element(light(/^Valmis/)).toBeChecked();
  await expect.poll(focusedLights).toBe(true);
  expect(note.query()).toBeNull();
  expect(changedIds(store.get())).toEqual([]);
  expect(local.set).toHaveBeenLastCalledWith(id, null);
});

it('is used by keyboard alone: mine, theirs, merge', async () => {
  const { panel, button, note } = await draw();
  panel.element().focus();
  for (const name of ['Käytä omaani', 'Käytä tätä', 'Yhdistä tekstit']) {
    await userEvent.tab();
    await expect.element(button(name)).toHaveFocus();
  }
  await userEvent.keyboard('{Enter}');
  await expect.element(note).toHaveValue('Ainon teksti.\n\nMaijan teksti.');
});

it('tells of a draft that the same person wrote in another window', async () => {
  const draft = makeDraft({ progress: 'done', note: 'Toisen ikkunan teksti.', version: 2 });
  const { panel, side, button, note, entry } = await draw({ draft });
  await expect.element(panel.getByText(/^Kirjoitit tätä myös toisessa ikkunassa\./)).toBeVisible();
  const theirs = side('Toinen ikkunasi, 12.04.2024 klo 15.04');
  await expect.element(theirs).toMatchTextContent(/Valmis.*Toisen ikkunan teksti\./);
  await button('Käytä tätä').click();
  await expect.element(note).toHaveValue('Toisen ikkunan teksti.');
  expect(entry()?.draftVersion).toBe(2);
});
