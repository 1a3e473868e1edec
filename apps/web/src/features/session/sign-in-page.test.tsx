import type { Problem } from '@vointi/shared/http/problem.ts';
import type { Me } from '@vointi/shared/session/contract.ts';
import { expect, it } from 'vitest';
import { renderPage, signedIn } from '../../testing/render-page.tsx';
import { refusal } from '../../testing/stub-fetch.ts';

/** Opens the sign-in, whose answer is this refusal. */
const openPage = async (problem: Pick<Problem, 'status' | 'code' | 'retryAfter'>) => {
  const { screen, sent } = await renderPage('/sign-in', {
    respond: ({ method }) => (method === 'POST' ? refusal(problem) : undefined),
  });
  const main = screen.getByRole('main');
  const email = main.getByLabelText('Sähköposti');
  const signIn = async (address: string) => {
    await email.fill(address);
    await main.getByLabelText('Salasana').fill('jotain aivan muuta');
    await main.getByRole('button', { name: 'Kirjaudu' }).click();
  };
  return { main, email, signIn, tries: () => sent.filter(({ method }) => method === 'POST').map(({ body }) => body) };
};

it('says that address or password is wrong, and keeps the input', async () => {
  const { main, email, signIn, tries } = await openPage({ status: 401, code: 'sign_in_failed' });
  await signIn('johto@kouvola.example');
  await expect.element(main.getByText('Sähköposti tai salasana on väärin.')).toBeVisible();
  await expect.element(email).toHaveValue('johto@kouvola.example');
  await signIn('ei-ole@kunta.example');
  await expect.poll(tries).toEqual([
    { email: 'johto@kouvola.example', password: 'jotain aivan muuta' },
    { email: 'ei-ole@kunta.example', password: 'jotain aivan muuta' },
  ]);
  await expect.element(main.getByText('Sähköposti tai salasana on väärin.')).toBeVisible();
  await expect.element(email).toHaveValue('ei-ole@kunta.example');
});

it('says how long to wait after too many tries', async () => {
  const { main, signIn } = await openPage({ status: 429, code: 'too_many_requests', retryAfter: 840 });
  await signIn('johto@kouvola.example');
  await expect.element(main.getByText(/Yritä uudelleen 14 minuutin kuluttua\./)).toBeVisible();
});

it('does not lead to another site after signing in', async () => {
  const [hallila] = signedIn().municipalities;
  const me: Me = { ...signedIn(), municipalities: [{ ...hallila!, roles: ['reporter'] }] };
  const { screen, address } = await renderPage('/sign-in?to=//elsewhere.invalid/', {
    respond: ({ method }) =>
      method === 'POST' ? Response.json({ me, identityProvider: null, hasMailbox: false }) : undefined,
  });
  const main = screen.getByRole('main');
  await main.getByLabelText('Sähköposti').fill('raportoija@hallila.example');
  await main.getByLabelText('Salasana').fill('punainen vene järvellä');
  await main.getByRole('button', { name: 'Kirjaudu' }).click();
  await expect.poll(address).toBe('/reporting');
});
