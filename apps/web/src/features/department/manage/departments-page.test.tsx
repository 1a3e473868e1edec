import type { DepartmentRow, MergePreview } from '@vointi/shared/department/manage-contract.ts';
import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { renderPage, signedIn } from '../../../testing/render-page.tsx';
import { refusal } from '../../../testing/stub-fetch.ts';

const path = '/admin/hallila/departments';
const api = '/api/v1/municipalities/hallila/departments';
const ids = ['00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-00000000000b'] as const;

const makeDepartment = (id: string, name: string, rest: Partial<DepartmentRow> = {}): DepartmentRow => ({
  id,
  slug: name.toLowerCase(),
  kind: 'department',
  name: { fi: name },
  shortName: null,
  aliases: [],
  contact: null,
  successor: null,
  validFrom: null,
  validTo: null,
  assignments: 0,
  people: 0,
  version: 1,
  can: { edit: true, merge: true },
  ...rest,
});

type Theirs = Partial<Pick<DepartmentRow, 'contact' | 'kind'>>;

/** Opens the list of two departments. Writes meet the versions that the server would keep. */
const openPage = async ({ preview }: { preview?: MergePreview } = {}) => {
  let rows = [makeDepartment(ids[0], 'Kirjasto'), makeDepartment(ids[1], 'Liikunta')];
  const change = (id: string, patch: object) => {
    rows = rows.map((row) => (row.id === id ? { ...row, ...patch, version: row.version + 1 } : row));
    return rows.find((row) => row.id === id)!;
  };
  const { screen, address, sent } = await renderPage(path, {
    me: signedIn('department:read', 'department:manage'),
    respond: ({ method, path: address, body }) => {
      const { pathname, searchParams } = new URL(address, location.origin);
      if (pathname === api) {
        const q = searchParams.get('q')?.toLowerCase() ?? '';
        return Response.json({ departments: rows.filter(({ name }) => name.fi.toLowerCase().includes(q)) });
      }
      if (pathname.endsWith('/merge')) return Response.json(preview);
      if (method !== 'PATCH') return undefined;
      const { version, ...patch } = body as { version: number };
      const current = rows.find(({ id }) => pathname.endsWith(id))!;
      if (current.version !== version) return refusal({ status: 409, code: 'conflict', current });
      return Response.json(change(current.id, patch));
    },
  });
  const row = (name: string) =>
    screen.getByRole('listitem').filter({ has: page.getByRole('heading', { name, exact: true }) });
  const dialog = screen.getByRole('dialog', { name: 'Muokkaa: Kirjasto' });
  await expect.element(row('Kirjasto')).toBeVisible();
  return {
    screen,
    address,
    sent,
    row,
    dialog,
    button: (name: string) => screen.getByRole('button', { name, exact: true }),
    save: dialog.getByRole('button', { name: 'Tallenna' }),
    contact: dialog.getByLabelText(/^Yhteystieto/),
    kind: dialog.getByLabelText('Laji'),
    /** Another person saves a change of the first department. */
    changeMeanwhile: (theirs: Theirs) => change(ids[0], theirs),
  };
};

it('asks before unsaved input is left', async () => {
  const { screen, button } = await openPage();
  await button('Lisää vastuutaho').click();
  const dialog = screen.getByRole('dialog', { name: 'Lisää vastuutaho' });
  const name = dialog.getByLabelText('Nimi suomeksi', { exact: true });
  await name.fill('Kesken');
  await userEvent.keyboard('{Escape}');
  const question = screen.getByRole('dialog', { name: 'Muutoksia ei ole tallennettu' });
  await question.getByRole('button', { name: 'Jatka muokkausta' }).click();
  await expect.element(name).toHaveValue('Kesken');
  await userEvent.keyboard('{Escape}');
  await question.getByRole('button', { name: 'Hylkää muutokset' }).click();
  await expect.element(dialog).not.toBeInTheDocument();
});

it('shows both versions of a conflict, loses no input, and saves the second time', async () => {
  const { screen, button, dialog, contact, save, row, changeMeanwhile } = await openPage();
  await button('Muokkaa: Kirjasto').click();
  await contact.fill('minun@hallila.example');
  changeMeanwhile({ contact: 'heidan@hallila.example', kind: 'partner' });
  await save.click();
  await expect.element(dialog.getByRole('heading', { name: 'Joku muu ehti muuttaa näitä tietoja' })).toBeVisible();
  await expect.element(contact).toHaveValue('minun@hallila.example');
  await expect.element(dialog.getByText('Nyt tallennettuna: heidan@hallila.example')).toBeVisible();
  await save.click();
  await expect.element(dialog).not.toBeInTheDocument();
  await expect.element(row('Kirjasto')).toMatchTextContent('minun@hallila.example');
  // The other person's own changes are kept.
  await expect.element(row('Kirjasto')).toMatchTextContent('Kumppani kunnan ulkopuolelta');
  await expect.element(screen.getByText('Kirjasto on tallennettu.').first()).toBeVisible();
});

it('takes the other person’s version instead of the input', async () => {
  const { button, dialog, kind, save, row, changeMeanwhile } = await openPage();
  await button('Muokkaa: Kirjasto').click();
  await kind.selectOptions('Työryhmä');
  changeMeanwhile({ kind: 'partner' });
  await save.click();
  await expect.element(dialog.getByText('Nyt tallennettuna: Kumppani kunnan ulkopuolelta')).toBeVisible();
  await dialog.getByRole('button', { name: 'Käytä tätä: Laji' }).click();
  await expect.element(kind).toHaveValue('partner');
  await expect.element(kind).toHaveFocus();
  await expect.element(dialog.getByText(/^Nyt tallennettuna/)).not.toBeInTheDocument();
  await save.click();
  await expect.element(dialog).not.toBeInTheDocument();
  await expect.element(row('Kirjasto')).toMatchTextContent('Kumppani kunnan ulkopuolelta');
});

it('names what prevents a merge, and offers no button', async () => {
  const ref = (slug: string, fi: string) => ({ slug, kind: 'department' as const, name: { fi }, shortName: null });
  const { screen, button } = await openPage({
    preview: {
      from: ref('a', 'Ensimmäinen'),
      into: ref('b', 'Toinen'),
      moved: 1,
      joined: [],
      conflicts: [{ year: 2025, code: 't-1', title: { fi: 'Kerhot kaikille' } }],
      people: 0,
      aliases: [],
      surplusAliases: 2,
      isPossible: false,
    },
  });
  await button('Yhdistä: Kirjasto').click();
  const dialog = screen.getByRole('dialog');
  const into = dialog.getByLabelText('Mihin yhdistetään');
  await into.selectOptions('Liikunta');
  await dialog.getByRole('button', { name: 'Näytä, mitä siirtyy' }).click();
  await expect
    .element(dialog.getByRole('heading', { name: 'Yhteen toimenpiteeseen on kaksi vastausta' }))
    .toBeVisible();
  await expect.element(dialog.getByText('2025: Kerhot kaikille')).toBeVisible();
  await expect.element(dialog.getByText(/Poista ensin vähintään 2 nimeä/)).toBeVisible();
  expect(dialog.getByRole('button', { name: 'Yhdistä', exact: true }).query()).toBeNull();
  await dialog.getByRole('button', { name: 'Valitse toinen' }).click();
  await expect.element(into).toBeVisible();
});

it('offers a way out of a search without results', async () => {
  const { screen, button, row, address } = await openPage();
  await screen.getByLabelText('Hae nimellä').fill('qqqq');
  await expect.element(screen.getByRole('heading', { name: 'Rajauksilla ei löydy mitään' })).toBeVisible();
  expect(address()).toBe(`${path}?q=qqqq`);
  await button('Poista haku ja rajaukset').click();
  await expect.element(row('Kirjasto')).toBeVisible();
  expect(address()).toBe(path);
});
