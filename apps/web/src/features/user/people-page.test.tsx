import type { UserRow } from '@vointi/shared/user/contract.ts';
import { expect, it } from 'vitest';
import { renderPage, signedIn } from '../../testing/render-page.tsx';
import { refusal } from '../../testing/stub-fetch.ts';

const me = signedIn('user:read', 'user:manage', 'department:read');
const api = '/api/v1/municipalities/hallila/users';
const admin: UserRow = {
  id: me.id,
  displayName: me.displayName,
  email: me.email,
  language: 'fi',
  state: 'active',
  isExternal: false,
  isShared: false,
  roles: [{ role: 'admin', department: null, isMapped: false }],
  lastSignInAt: null,
  invitedUntil: null,
  version: 3,
  can: { edit: true, disable: false, remove: false, invite: false },
};

/** Opens the list of one person. The API refuses every write, naming a field and why. */
const openPage = async (path: string, reason: 'email_taken' | 'last_admin') => {
  const { screen, sent } = await renderPage('/admin/hallila/people', {
    me,
    respond: ({ method, path: address }) => {
      if (method !== 'GET')
        return refusal({ status: 400, code: 'invalid_request', details: [{ path, message: 'refused', reason }] });
      if (address.startsWith(api)) return Response.json({ users: [admin], total: 1, next: null });
      return address.endsWith('/departments') ? Response.json({ departments: [] }) : undefined;
    },
  });
  return { screen, writes: () => sent.filter(({ method }) => method !== 'GET') };
};

it('keeps what was typed into an invitation that is refused, and says where', async () => {
  const { screen, writes } = await openPage('body.email', 'email_taken');
  await screen.getByRole('button', { name: 'Kutsu henkilö' }).click();
  const dialog = screen.getByRole('dialog', { name: 'Kutsu henkilö' });
  await dialog.getByLabelText('Sähköposti').fill('admin@hallila.example');
  await dialog.getByLabelText('Nimi').fill('Sama Osoite');
  await dialog.getByLabelText('Rooli').selectOptions('Johto');
  await dialog.getByRole('button', { name: 'Lähetä kutsu' }).click();
  await expect.element(dialog.getByRole('link', { name: /^Sähköposti: / })).toBeVisible();
  await expect.element(dialog.getByLabelText('Nimi')).toHaveValue('Sama Osoite');
  expect(writes()).toEqual([
    {
      method: 'POST',
      path: api,
      body: {
        email: 'admin@hallila.example',
        displayName: 'Sama Osoite',
        language: 'fi',
        roles: [{ role: 'leader', department: null }],
      },
    },
  ]);
});

it('keeps the roles chosen for the last admin, and says at the roles why they are refused', async () => {
  const { screen, writes } = await openPage('body.roles', 'last_admin');
  await screen.getByRole('button', { name: 'Muokkaa: Hallila, admin' }).click();
  const dialog = screen.getByRole('dialog', { name: 'Muokkaa: Hallila, admin' });
  await dialog.getByLabelText('Rooli').selectOptions('Johto');
  await dialog.getByRole('button', { name: 'Tallenna' }).click();
  await expect
    .element(dialog.getByRole('link', { name: /^Roolit: Kunnassa pitää olla ainakin yksi pääkäyttäjä/ }))
    .toBeVisible();
  await expect.element(dialog.getByLabelText('Rooli')).toHaveValue('leader');
  expect(writes()).toEqual([
    { method: 'PATCH', path: `${api}/${me.id}`, body: { version: 3, roles: [{ role: 'leader', department: null }] } },
  ]);
});
