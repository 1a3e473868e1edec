import { expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { renderPage, signedIn } from '../../../testing/render-page.tsx';
import { refusal } from '../../../testing/stub-fetch.ts';

it('keeps the page after declining to sign in, and asks again on the next action', async () => {
  // The session ends after the page has loaded.
  const { screen, sent } = await renderPage('/account', {
    me: signedIn(),
    respond: ({ method, path }) => {
      if (method !== 'GET') return refusal({ status: 401, code: 'unauthenticated' });
      return path.endsWith('/account/sessions') ? Response.json({ sessions: [] }) : undefined;
    },
  });
  const name = screen.getByLabelText('Nimi');
  const save = screen.getByRole('button', { name: 'Tallenna' }).first();
  const dialog = screen.getByRole('dialog', { name: 'Istuntosi on päättynyt' });
  await name.fill('Johtaja kirjoitti tämän');
  await save.click();
  await dialog.getByRole('button', { name: 'Nyt ei' }).click();
  await expect.element(dialog).not.toBeInTheDocument();
  await expect.element(screen.getByRole('main').getByText('Kirjaudu sisään jatkaaksesi.')).toBeVisible();
  await expect.element(name).toHaveValue('Johtaja kirjoitti tämän');
  await expect.element(screen.getByRole('banner').getByRole('link', { name: 'Kirjaudu' })).toBeVisible();
  await save.click();
  await expect.element(dialog).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await expect.element(dialog).not.toBeInTheDocument();
  await expect.element(name).toHaveValue('Johtaja kirjoitti tämän');
  expect(sent.filter(({ method }) => method !== 'GET').map(({ body }) => body)).toEqual(
    Array.from({ length: 2 }, () => ({ displayName: 'Johtaja kirjoitti tämän', language: 'fi' })),
  );
});

it('mutes mails by topic, says that reminders always come, and shows what is muted', async () => {
  const me = signedIn();
  const { screen, sent } = await renderPage('/account', {
    me: { ...me, mutedMails: ['comments'] },
    respond: ({ method, path }) => {
      if (method === 'PATCH') {
        const muted = { ...me, mutedMails: ['rounds'] };
        return Response.json({ me: muted, identityProvider: null, hasMailbox: false });
      }
      return path.endsWith('/account/sessions') ? Response.json({ sessions: [] }) : undefined;
    },
  });
  const group = screen.getByRole('group', { name: 'Lähetä minulle viesti, kun' });
  await expect.element(group.getByText(/Muistutukset vastauksista, jotka puuttuvat, tulevat aina/)).toBeVisible();
  const rounds = group.getByLabelText('kierros aukeaa, saa lisäaikaa tai avataan uudelleen');
  const comments = group.getByLabelText('minulle kirjoitetaan kommentti');
  await expect.element(comments).not.toBeChecked();
  await comments.click();
  await rounds.click();
  await screen.getByRole('button', { name: 'Tallenna' }).nth(1).click();
  await expect.element(screen.getByText('Tallennettu')).toBeVisible();
  expect(sent.filter(({ method }) => method === 'PATCH').map(({ body }) => body)).toEqual([{ mutedMails: ['rounds'] }]);
});
