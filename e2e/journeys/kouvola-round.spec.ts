import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { APIRequestContext, Browser, Page } from '@playwright/test';
import type { Reporting } from '@vointi/shared/report/contract.ts';
import { password, people } from '../support/accounts.ts';
import { boardOf } from '../support/board.ts';
import { dayFromToday, dayText, parseDay } from '../support/days.ts';
import { formOf } from '../support/form.ts';
import { end, launch, type Product } from '../support/launch.ts';
import { beSignedIn, sameOrigin, signIn } from '../support/people.ts';
import { kouvola } from '../support/plans.ts';
import { expect, test } from '../support/test.ts';

let dataDir: string;
let product: Product;
/** A product of its own, because other tests read the figures of Kouvola's document. */
test.beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'vointi-e2e-kouvola-'));
  product = await launch(dataDir);
});
test.afterAll(async () => {
  await end(product.process);
  rmSync(dataDir, { recursive: true, force: true });
});

const opened = async (browser: Browser) =>
  (await browser.newContext({ baseURL: product.url, locale: 'fi-FI' })).newPage();
const minute = 60_000;
const figure = (page: Page, name: string) =>
  page.getByRole('region', { name: 'Vastaukset yhteensä' }).locator('dl > div', { hasText: name }).locator('dd');

/** Confirms all answers of a department, as its page does. @returns how many */
async function answerAll(request: APIRequestContext, department: string): Promise<number> {
  const email = `${department}@kouvola.example`;
  expect((await request.post('/api/v1/session', { data: { email, password }, headers: sameOrigin })).status()).toBe(
    200,
  );
  const { desks } = (await (await request.get('/api/v1/reporting')).json()) as Reporting;
  const rows = desks.flatMap(({ round, needsOnBehalfOf, rows: some }) =>
    some.map((row) => ({ ...row, roundId: round?.id, onBehalfOf: needsOnBehalfOf ? 'Hallituksen sihteeri' : null })),
  );
  for (const { roundId, assignmentId, previous, onBehalfOf } of rows) {
    const isSame = previous !== null && previous.progress !== 'not_started';
    const answer = { progress: 'in_progress', note: { fi: 'Työ on alkanut.' }, evidence: null, figures: [] };
    const data = { version: 0, onBehalfOf, ...(isSame ? { kind: 'confirm' } : { kind: 'answer', ...answer }) };
    const put = await request.put(`/api/v1/rounds/${roundId}/assignments/${assignmentId}/report`, {
      data,
      headers: sameOrigin,
    });
    expect(put.status(), `${department}: ${await put.text()}`).toBe(200);
  }
  return rows.length;
}

test('a whole round of Kouvola’s plan: the coordinator and 26 departments, one of them a newcomer', async ({
  browser,
}) => {
  test.slow();
  const coordinator = await opened(browser);
  await beSignedIn(coordinator, 'coordinator@kouvola.example');
  const { desks } = (await (await coordinator.request.get('/api/v1/reporting')).json()) as Reporting;
  const departments = desks.map(({ department }) => department.slug);
  expect(departments).toHaveLength(26);
  const dialog = coordinator.getByRole('dialog');
  const today = dayFromToday(0);
  await coordinator.goto('/rounds/kouvola');
  await coordinator.getByRole('button', { name: 'Uusi kierros' }).click();
  const name = await dialog.getByLabel('Nimi', { exact: true }).inputValue();
  // The suggested round waits for a day to come; one that begins today opens at once, and the dialog says so.
  const firstDay = dialog.getByLabel('Ensimmäinen päivä');
  expect(parseDay(await firstDay.inputValue()) > today, 'the suggested first day').toBe(true);
  await expect(dialog.getByRole('button', { name: 'Suunnittele kierros' })).toBeVisible();
  await firstDay.fill(dayText(today));
  await expect(dialog.getByText('Kierros aukeaa heti 26 vastuutaholle.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Avaa kierros nyt' }).click();
  await coordinator.getByRole('main').getByRole('link', { name, exact: true }).click({ timeout: minute });
  await expect(figure(coordinator, 'Puuttuu')).toHaveText('89');
  await expect(coordinator.getByRole('button', { name: 'Päätä kierros' })).toBeVisible({ timeout: minute });

  const board = await opened(browser);
  await board.goto(kouvola);
  await expect(board.getByRole('heading', { level: 1 })).toBeVisible();

  // The newcomer signs in, changes two of ten, and confirms the rest.
  const newcomer = await opened(browser);
  await newcomer.goto('/sign-in?to=/reporting');
  await signIn(newcomer, people.reporter);
  const form = formOf(newcomer);
  await expect(form.answered(0, 10)).toBeVisible();
  let actions = 0;
  const act = async (deed: Promise<void>) => {
    actions += 1;
    await deed;
  };
  const [motipaja, lessons] = [
    'Motipaja kehittyy oppivelvollisten tueksi',
    'Päihdeoppitunnit alakoulusta toiselle asteelle',
  ];
  await act(form.light(motipaja, 'Valmis').click());
  await act(form.evidence(motipaja).fill('Vuosikello on käytössä.'));
  await act(form.light(lessons, 'Etenee').click());
  await act(form.note(lessons).fill('Toisen asteen tunnit pidetään keväällä.'));
  await act(form.send.click());
  await expect(form.thanks).toHaveText('Kiitos! 2 vastausta on lähetetty');
  await act(form.rest.click());
  await expect(form.answered(10, 10)).toBeVisible();
  await expect(form.foot.getByText('Kaikki vastaukset on lähetetty.')).toBeVisible();
  await expect(form.foot.getByRole('button')).toHaveCount(0);
  await expect(form.thanks).toBeFocused();
  expect(actions).toBeLessThanOrEqual(8);

  // The coordinator's page and the board update without a reload.
  await expect(figure(coordinator, 'Vastattu')).toHaveText('2');
  await expect(figure(coordinator, 'Ei muutosta')).toHaveText('8');
  await expect(boardOf(board).measure(motipaja)).toContainText('Valmis');

  let answered = 10;
  for (const department of departments.filter((one) => one !== 'nuorisopalvelut')) {
    const context = await browser.newContext({ baseURL: product.url });
    answered += await answerAll(context.request, department);
    await context.close();
  }
  expect(answered).toBe(89);
  await expect(figure(coordinator, 'Puuttuu')).toHaveText('0');
  await expect(figure(coordinator, 'Yhteensä')).toHaveText('89');

  await coordinator.getByRole('button', { name: 'Päätä kierros' }).click();
  await dialog.getByRole('button', { name: 'Päätä ja jäädytä' }).click();
  const hash = coordinator.locator('code');
  await expect(hash).toHaveText(/^[0-9a-f]{64}$/);
  const short = ((await hash.textContent()) ?? '').slice(0, 12);
  await coordinator.getByRole('link', { name: 'Taulu kierroksen päättyessä' }).click();
  await expect(coordinator.getByText(`Tilanne kierroksen ${name} päättyessä`)).toBeVisible();
  await expect(coordinator.getByText(`tarkiste ${short}…`, { exact: false })).toBeVisible();
  await expect(coordinator.getByText(/^Edellisestä kierroksesta: /).first()).toBeVisible();

  // A late reporter reads why the form is closed, since when, and who can reopen it.
  await newcomer.reload();
  await expect(
    newcomer.getByText(/^Kierros on päätetty\. Se päätettiin \d{1,2}\.\d{1,2}\.\d{4} klo \d{1,2}\.\d\d\.$/),
  ).toBeVisible();
  await expect(newcomer.getByText(/Kuntasi koordinaattori voi avata kierroksen uudelleen/)).toBeVisible();
  await expect(form.foot).toHaveCount(0);
});
