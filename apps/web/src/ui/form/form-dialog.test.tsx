import { updateDepartment } from '@vointi/shared/department/endpoints.ts';
import type { DepartmentRow } from '@vointi/shared/department/manage-contract.ts';
import type { Text } from '@vointi/shared/text/text.ts';
import { useState } from 'react';
import { afterEach, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { call } from '../../lib/call.ts';
import { renderAlone } from '../../testing/render.tsx';
import { refusal, stubFetch } from '../../testing/stub-fetch.ts';
import { DayField } from './day-field.tsx';
import { defineForm } from './define-form.ts';
import { choice, localizedText, optionalDay, optionalText } from './field-kinds.ts';
import { FormDialog } from './form-dialog.tsx';
import { LocalizedField } from './localized-field.tsx';
import { Select } from './select.tsx';
import { TextField } from './text-field.tsx';
import { useDefinedForm } from './use-defined-form.ts';

type Row = {
  id: string;
  version: number;
  name: Text;
  contact: string | null;
  kind: DepartmentRow['kind'];
  validFrom: string | null;
};
const row: Row = {
  id: '1',
  version: 4,
  name: { fi: 'Kirjasto', sv: 'Bibliotek' },
  contact: 'kirjasto@hallila.example',
  kind: 'department',
  validFrom: null,
};
const definition = defineForm({
  fields: {
    name: localizedText(40),
    contact: optionalText(40),
    kind: choice<DepartmentRow['kind']>('department'),
    validFrom: optionalDay(),
  },
  values: ({ name, contact, kind, validFrom }: Row) => ({ name, contact, kind, validFrom }),
});

function EditDialog({ onClose }: { onClose: () => void }) {
  const { sending, texts, input } = useDefinedForm(definition, {
    row,
    update: ({ id }, body) => call(updateDepartment, { params: { slug: 'hallila', id }, body }),
    onDone: onClose,
  });
  return (
    <FormDialog title="Muokkaa" {...sending} onClose={onClose}>
      <LocalizedField label={(language) => `Nimi ${language}`} {...texts('name')} />
      <TextField label="Yhteystieto" {...input('contact')} />
      <Select
        label="Laji"
        options={[
          { value: 'department', label: 'Vastuutaho' },
          { value: 'working_group', label: 'Työryhmä' },
          { value: 'partner', label: 'Kumppani' },
        ]}
        {...input('kind')}
      />
      <DayField label="Alkaen" {...input('validFrom')} />
    </FormDialog>
  );
}

function Page() {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <h1 tabIndex={-1}>Vastuutahot</h1>
      <button type="button" onClick={() => setOpen(true)}>
        Avaa
      </button>
      {isOpen && <EditDialog onClose={() => setOpen(false)} />}
    </>
  );
}

const openDialog = async () => {
  const { screen } = await renderAlone(<Page />);
  const opener = screen.getByRole('button', { name: 'Avaa' });
  await opener.click();
  const dialog = screen.getByRole('dialog', { name: 'Muokkaa', exact: true });
  return {
    opener,
    dialog,
    name: dialog.getByLabelText('Nimi fi'),
    swedish: dialog.getByLabelText(/^Nimi sv/),
    contact: dialog.getByLabelText(/^Yhteystieto/),
    kind: dialog.getByLabelText('Laji'),
    from: dialog.getByLabelText(/^Alkaen/),
    save: dialog.getByRole('button', { name: 'Tallenna', exact: true }),
    leaving: screen.getByRole('dialog', { name: 'Muutoksia ei ole tallennettu' }),
  };
};

type Dialog = Awaited<ReturnType<typeof openDialog>>['dialog'];

/** Somebody else has saved `theirs`: the first write meets a conflict, the next one is taken. */
const stubConflict = (theirs: Partial<Row>) => {
  const current: Row = { ...row, version: 5, ...theirs };
  let isFirst = true;
  return stubFetch(() => {
    if (!isFirst) return Response.json(current);
    isFirst = false;
    return refusal({ status: 409, code: 'conflict', current });
  });
};

afterEach(() => vi.unstubAllGlobals());

it('takes the focus to its title, and gives it back to what opened it on Escape', async () => {
  const { dialog, opener } = await openDialog();
  await expect.element(dialog.getByRole('heading', { name: 'Muokkaa', level: 2 })).toHaveFocus();
  await userEvent.keyboard('{Escape}');
  await expect.element(dialog).not.toBeInTheDocument();
  await expect.element(opener).toHaveFocus();
});

it('sends only what was changed, closes, and gives the focus back', async () => {
  const requests = stubFetch(() => Response.json(row));
  const { dialog, opener, contact } = await openDialog();
  await contact.fill('uusi@hallila.example');
  await userEvent.keyboard('{Enter}');
  await expect.element(dialog).not.toBeInTheDocument();
  expect(requests).toEqual([
    {
      method: 'PATCH',
      path: '/api/v1/municipalities/hallila/departments/1',
      body: { version: 4, contact: 'uusi@hallila.example' },
    },
  ]);
  await expect.element(opener).toHaveFocus();
});

it('sends nothing that it refuses, and focuses the summary, whose links lead to the fields', async () => {
  const requests = stubFetch(() => Response.json(row));
  const { dialog, name, swedish, from, save } = await openDialog();
  await from.fill('31.4.2026');
  await name.fill('');
  await save.click();
  const summary = dialog.getByRole('heading', { name: 'Tarkista 2 kohtaa' });
  await expect.element(summary).toBeVisible();
  await vi.waitFor(() => expect(document.activeElement?.contains(summary.element())).toBe(true));
  expect(document.activeElement?.localName).toBe('div');
  await expect.element(name).toHaveAccessibleDescription('Täytä tämä kohta.');
  await expect.element(swedish).not.toHaveAttribute('aria-invalid');

  await userEvent.tab();
  await expect.element(dialog.getByRole('link', { name: 'Nimi fi: Täytä tämä kohta.' })).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.element(name).toHaveFocus();
  await dialog.getByRole('link', { name: /^Alkaen: Kirjoita päivä muodossa/ }).click();
  await expect.element(from).toHaveFocus();
  await expect.element(from).toHaveAttribute('aria-invalid', 'true');
  expect(requests).toEqual([]);
});

it('drops a refusal from field and summary as soon as it is mended', async () => {
  const { dialog, name, from, save } = await openDialog();
  await from.fill('31.4.2026');
  await name.fill('');
  await save.click();
  await from.fill('30.4.2026');
  await expect.element(dialog.getByRole('heading', { name: 'Tarkista yksi kohta' })).toBeVisible();
  await expect.element(from).not.toHaveAttribute('aria-invalid');
  await name.fill('Kirjastot');
  await expect.element(dialog.getByRole('heading', { name: /^Tarkista/ })).not.toBeInTheDocument();
});

it('shows what the server refuses at its field, and keeps what was typed', async () => {
  stubFetch(() =>
    refusal({
      status: 400,
      code: 'invalid_request',
      details: [{ path: 'body.contact', message: 'refused', reason: 'email_taken' }],
    }),
  );
  const { dialog, contact, save } = await openDialog();
  await contact.fill('uusi@hallila.example');
  await save.click();
  const message = 'Tällä sähköpostiosoitteella on jo tunnus.';
  await expect.element(dialog.getByRole('link', { name: `Yhteystieto: ${message}` })).toBeVisible();
  await expect.element(contact).toHaveAccessibleDescription(message);
  await expect.element(contact).toHaveValue('uusi@hallila.example');
  await expect.element(dialog.getByText('Tietoja ei tallennettu')).not.toBeInTheDocument();
});

it('says above the fields that the service does not answer, keeps what was typed, and sends it again', async () => {
  let isDown = true;
  const requests = stubFetch(() => (isDown ? refusal({ status: 503, code: 'unavailable' }) : Response.json(row)));
  const { dialog, contact, save } = await openDialog();
  await contact.fill('uusi@hallila.example');
  await save.click();
  const notice = dialog.getByRole('heading', { name: 'Tietoja ei tallennettu' });
  await expect.element(notice).toBeVisible();
  await expect.element(dialog.getByText('Pyynnön tunnus: request-1')).toBeVisible();
  await vi.waitFor(() => expect(document.activeElement?.contains(notice.element())).toBe(true));
  await expect.element(contact).toHaveValue('uusi@hallila.example');
  isDown = false;
  await save.click();
  await expect.element(dialog).not.toBeInTheDocument();
  expect(requests.map(({ body }) => body)).toEqual(
    Array.from({ length: 2 }, () => ({ version: 4, contact: 'uusi@hallila.example' })),
  );
});

it('sends once while an answer is on its way', async () => {
  const { promise, resolve } = Promise.withResolvers<Response>();
  const requests = stubFetch(() => promise);
  const { dialog, contact, save } = await openDialog();
  await contact.fill('uusi@hallila.example');
  await save.click();
  const saving = dialog.getByRole('button', { name: 'Tallennetaan…' });
  await expect.element(saving).toHaveAttribute('aria-disabled', 'true');
  await contact.click();
  await userEvent.keyboard('{Enter}{Enter}');
  resolve(Response.json(row));
  await expect.element(dialog).not.toBeInTheDocument();
  expect(requests).toHaveLength(1);
});

it.each([
  ['Escape', async () => userEvent.keyboard('{Escape}')],
  ['Peruuta', async (dialog: Dialog) => dialog.getByRole('button', { name: 'Peruuta' }).click()],
  ['the cross', async (dialog: Dialog) => dialog.getByRole('button', { name: 'Sulje' }).first().click()],
])('asks before %s discards what was typed', async (_, close) => {
  const { dialog, contact, leaving } = await openDialog();
  await contact.fill('kesken');
  await close(dialog);
  await leaving.getByRole('button', { name: 'Jatka muokkausta' }).click();
  await expect.element(leaving).not.toBeInTheDocument();
  await expect.element(contact).toHaveValue('kesken');
  await close(dialog);
  await leaving.getByRole('button', { name: 'Hylkää muutokset' }).click();
  await expect.element(dialog).not.toBeInTheDocument();
});

it('closes without asking once a change is taken back', async () => {
  const { dialog, contact, leaving } = await openDialog();
  await contact.fill('kesken');
  await contact.fill('kirjasto@hallila.example');
  await userEvent.keyboard('{Escape}');
  await expect.element(dialog).not.toBeInTheDocument();
  expect(leaving.query()).toBeNull();
});

it('shows both versions after a conflict, and saves mine with what only they changed', async () => {
  const requests = stubConflict({ contact: 'heidan@hallila.example', kind: 'partner' });
  const { dialog, contact, kind, save } = await openDialog();
  await contact.fill('minun@hallila.example');
  await save.click();
  const notice = dialog.getByRole('heading', { name: 'Joku muu ehti muuttaa näitä tietoja' });
  await expect.element(notice).toBeVisible();
  await vi.waitFor(() => expect(document.activeElement?.contains(notice.element())).toBe(true));
  await expect.element(contact).toHaveValue('minun@hallila.example');
  await expect.element(contact).toHaveAccessibleDescription('Nyt tallennettuna: heidan@hallila.example');
  await expect.element(kind).toHaveValue('partner');
  await expect.element(kind).not.toHaveAttribute('aria-describedby');
  await save.click();
  await expect.element(dialog).not.toBeInTheDocument();
  expect(requests.map(({ body }) => body)).toEqual([
    { version: 4, contact: 'minun@hallila.example' },
    { version: 5, contact: 'minun@hallila.example' },
  ]);
});

it('takes what somebody else saved instead of mine, in the words of the list', async () => {
  const requests = stubConflict({ kind: 'partner' });
  const { dialog, kind, save } = await openDialog();
  await kind.selectOptions('Työryhmä');
  await save.click();
  await expect.element(dialog.getByText('Nyt tallennettuna: Kumppani')).toBeVisible();
  await expect.element(kind).toHaveValue('working_group');
  await dialog.getByRole('button', { name: 'Käytä tätä: Laji' }).click();
  await expect.element(kind).toHaveValue('partner');
  await expect.element(kind).toHaveFocus();
  await expect.element(dialog.getByText(/^Nyt tallennettuna:/)).not.toBeInTheDocument();
  await save.click();
  await expect.element(dialog).not.toBeInTheDocument();
  expect(requests.at(-1)?.body).toEqual({ version: 5 });
});

it('says that there is nothing to choose when somebody else saved the same', async () => {
  stubConflict({ contact: 'sama@hallila.example' });
  const { dialog, contact, save } = await openDialog();
  await contact.fill('sama@hallila.example');
  await save.click();
  await expect.element(dialog.getByText(/eikä eroa muutoksiin ole/)).toBeVisible();
  await expect.element(dialog.getByText(/^Nyt tallennettuna:/)).not.toBeInTheDocument();
});
