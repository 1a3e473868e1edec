import { expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { ProblemError } from '../../lib/problem.ts';
import { renderAlone } from '../../testing/render.tsx';
import { defineForm } from './define-form.ts';
import { choice } from './field-kinds.ts';
import { Form } from './form.tsx';
import { Radios } from './radios.tsx';
import { useDefinedForm } from './use-defined-form.ts';

type Row = { version: number; access: string };
type Update = (body: object) => Promise<Row>;
const row: Row = { version: 1, access: 'all' };
const definition = defineForm({ fields: { access: choice('all') }, values: ({ access }: Row) => ({ access }) });

function Harness({ update }: { update: Update }) {
  const { sending, input } = useDefinedForm(definition, { row, update: (_, body) => update(body), onDone: () => {} });
  const rule = { validate: (value: unknown) => value !== 'none' || 'Valitse toinen.' };
  return (
    <Form {...sending}>
      <Radios
        label="Kuka näkee"
        hint="Voit muuttaa myöhemmin."
        choices={[
          { value: 'all', label: 'Kaikki', note: 'Myös ilman tunnusta.' },
          { value: 'signed_in', label: 'Kirjautuneet' },
          { value: 'none', label: 'Ei kukaan' },
        ]}
        {...input('access', rule)}
      />
    </Form>
  );
}

const draw = async (update: Update = async () => row) => {
  const { screen } = await renderAlone(<Harness update={update} />);
  const group = screen.getByRole('group', { name: 'Kuka näkee' });
  return {
    screen,
    group,
    radio: (name: string) => group.getByRole('radio', { name, exact: true }),
    save: screen.getByRole('button', { name: 'Tallenna', exact: true }),
  };
};

it('names each choice by its label, and describes it by its note', async () => {
  const { group, radio } = await draw();
  await expect.element(group).toHaveAccessibleDescription('Voit muuttaa myöhemmin.');
  await expect.element(radio('Kaikki')).toBeChecked();
  await expect.element(radio('Kaikki')).toHaveAccessibleDescription('Myös ilman tunnusta.');
  await expect.element(radio('Kirjautuneet')).not.toHaveAttribute('aria-describedby');
});

it('chooses by arrow keys, and sends the choice', async () => {
  const update = vi.fn<Update>(async () => row);
  const { radio } = await draw(update);
  await expect.element(radio('Kaikki')).toBeVisible();
  await userEvent.tab();
  await expect.element(radio('Kaikki')).toHaveFocus();
  await userEvent.keyboard('{ArrowDown}');
  await expect.element(radio('Kirjautuneet')).toBeChecked();
  await expect.element(radio('Kaikki')).not.toBeChecked();
  await userEvent.keyboard('{Enter}');
  await vi.waitFor(() => expect(update).toHaveBeenCalledWith({ version: 1, access: 'signed_in' }));
});

it('chooses by a press on the note', async () => {
  const { screen, radio } = await draw();
  await radio('Kirjautuneet').click();
  await screen.getByText('Myös ilman tunnusta.').click();
  await expect.element(radio('Kaikki')).toBeChecked();
});

it('says a refusal at the whole group, to which the summary leads', async () => {
  const update = vi.fn<Update>(async () => row);
  const { screen, group, radio, save } = await draw(update);
  await radio('Ei kukaan').click();
  await save.click();
  await expect.element(group).toHaveAccessibleDescription('Valitse toinen. Voit muuttaa myöhemmin.');
  await screen.getByRole('link', { name: 'Kuka näkee: Valitse toinen.' }).click();
  await expect.element(group).toHaveFocus();
  expect(update).not.toHaveBeenCalled();
});

it('offers what somebody else saved by the label of its choice', async () => {
  const current: Row = { version: 2, access: 'none' };
  const conflict = new ProblemError('conflict', { status: 409, code: 'conflict', requestId: 'request-1', current });
  const update = vi.fn<Update>(async () => current).mockRejectedValueOnce(conflict);
  const { screen, group, radio, save } = await draw(update);
  await radio('Kirjautuneet').click();
  await save.click();
  await expect.element(screen.getByText('Nyt tallennettuna: Ei kukaan')).toBeVisible();
  await expect.element(radio('Kirjautuneet')).toBeChecked();
  await screen.getByRole('button', { name: 'Käytä tätä: Kuka näkee' }).click();
  await expect.element(radio('Ei kukaan')).toBeChecked();
  await expect.element(group).toHaveFocus();
});
