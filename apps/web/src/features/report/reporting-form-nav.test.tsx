import type { Reporting, ReportingForm } from '@vointi/shared/report/contract.ts';
import { expect, it } from 'vitest';
import { renderPage, signedIn } from '../../testing/render-page.tsx';
import type { SentRequest } from '../../testing/stub-fetch.ts';
import { reportingServer } from './testing/reporting-server.ts';
import { makeRow } from './testing/rows.ts';

const title = 'Kyläkävelyt';
const row = () => makeRow('kavelyt', { measure: { ...makeRow('kavelyt').measure, title: { fi: title } } });

/** A department with two forms: a closed round is open for it again, and the next one is open for all. */
async function twoForms() {
  const [again, now] = [reportingServer([row()]), reportingServer([row()])];
  const formOf = async (server: typeof again, change: Partial<ReportingForm>) => {
    const answer = server.respond({ method: 'GET', path: '/api/v1/reporting', body: undefined });
    const { desks } = (await answer!.json()) as Reporting;
    return { ...desks[0]!, ...change };
  };
  const named = (form: ReportingForm, fi: string): ReportingForm => ({
    ...form,
    round: form.round && { ...form.round, name: { fi } },
  });
  const lock = { isOpen: true, isReopened: false } as const;
  const list = async () => [
    named(
      await formOf(again, { lock: { ...lock, isReopened: true, until: '2049-03-12T22:00:00.000Z' } }),
      'Kevään kierros',
    ),
    named(await formOf(now, { lock: { ...lock, until: '2049-03-31T21:00:00.000Z' } }), 'Syksyn kierros'),
  ];
  const [first, second] = (await list()).map(({ round }) => round?.id ?? '');
  const respond = async (request: SentRequest) => {
    if (request.path.startsWith('/api/v1/reporting')) return Response.json({ desks: await list() });
    const server = request.path.includes(`/rounds/${first}/`) ? again : now;
    return server.respond(request) ?? Response.json({ me: signedIn(), identityProvider: null, hasMailbox: false });
  };
  return { first, second, respond };
}

it('lists the forms of a department by round, each with its own address', async () => {
  const { first, second, respond } = await twoForms();
  const { screen } = await renderPage('/reporting', { me: signedIn(), respond });
  const nav = screen.getByRole('navigation', { name: 'Lomakkeet' });
  const again = nav.getByRole('link', { name: /Kevään kierros/ });
  await expect
    .element(again)
    .toMatchTextContent(/2024 · Kevään kierros · avattu uudelleen, auki 12\.0?3\.2049 saakka$/);
  await expect.element(again).toHaveAttribute('aria-current', 'page');
  await expect.element(again).toHaveAttribute('href', formAddress(first));
  const now = nav.getByRole('link', { name: /Syksyn kierros/ });
  await expect.element(now).toMatchTextContent(/2024 · Syksyn kierros · auki 31\.0?3\.2049 saakka$/);
  await expect.element(now).toHaveAttribute('href', formAddress(second));
});

const formAddress = (round: string | undefined) => `/reporting?department=nuoriso&municipality=kouvola&round=${round}`;

it('keeps what is written in one round out of the form of another', async () => {
  const { first, second, respond } = await twoForms();
  const { screen, router, sent } = await renderPage(formAddress(second), { me: signedIn(), respond });
  const region = screen.getByRole('region', { name: title });
  const note = region.getByLabelText(/^Mitä tehtiin\?/);
  await expect.element(screen.getByRole('main').getByText(/^Syksyn kierros · /)).toBeVisible();
  await region.getByRole('radio', { name: /^Etenee/ }).click();
  await note.fill('Syksyllä käveltiin.');
  await expect.element(region.getByText(/^Tallennettu klo/)).toBeVisible();
  await router.navigate({ href: formAddress(first) });
  await expect.element(screen.getByRole('main').getByText(/^Kevään kierros · /)).toBeVisible();
  await expect.element(region.getByText('Ei vastattu')).toBeVisible();
  expect(note.query()).toBeNull();
  await router.navigate({ href: formAddress(second) });
  await expect.element(note).toHaveValue('Syksyllä käveltiin.');
  const drafts = sent.filter(({ path, method }) => method === 'PUT' && path.endsWith('/draft'));
  expect(new Set(drafts.map(({ path }) => path))).toEqual(
    new Set([`/api/v1/rounds/${second}/assignments/kavelyt/draft`]),
  );
});
