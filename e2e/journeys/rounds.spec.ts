import type { Page } from '@playwright/test';
import { dayFromToday, dayText } from '../support/days.ts';
import { tabTo } from '../support/keyboard.ts';
import { beSignedIn, sameOrigin } from '../support/people.ts';
import { coordinatorOf, reporterOf, round } from '../support/plans.ts';
import { expect, test } from '../support/test.ts';

const figure = (page: Page, name: string) =>
  page.getByRole('region', { name: 'Vastaukset yhteensä' }).locator('dl > div', { hasText: name }).locator('dd');
const inTable = (page: Page) => page.getByRole('region', { name: 'Vastuutahojen vastaukset' }).locator('tbody tr');

/** Answers for a department by the API, as its page does: this journey is the coordinator’s. */
async function answerOne(page: Page): Promise<string> {
  const other = await page.context().browser()!.newContext({ baseURL: process.env['VOINTI_URL']! });
  const reporter = await other.newPage();
  await beSignedIn(reporter, reporterOf(round));
  const { desks } = (await (await reporter.request.get('/api/v1/reporting')).json()) as {
    desks: { round: { id: string }; department: { name: { fi: string } }; rows: { assignmentId: string }[] }[];
  };
  const [desk] = desks;
  const answer = await reporter.request.put(
    `/api/v1/rounds/${desk?.round.id}/assignments/${desk?.rows[0]?.assignmentId}/report`,
    {
      headers: sameOrigin,
      data: {
        kind: 'answer',
        version: 0,
        progress: 'in_progress',
        note: { fi: 'Työ on alkanut.' },
        evidence: null,
        figures: [],
        onBehalfOf: null,
      },
    },
  );
  expect(answer.status()).toBe(200);
  await other.close();
  return desk?.department.name.fi ?? '';
}

test('runs a round by keyboard alone: planning, snapshot, the council’s decision, second snapshot', async ({
  page,
}) => {
  // The page stays on the day that the typed days are counted from, also past midnight.
  const now = new Date();
  await page.clock.setFixedTime(now);
  const dayFromNow = (days: number) => dayText(dayFromToday(days, now));
  await beSignedIn(page, coordinatorOf(round));
  const press = async (name: string | RegExp, within = page.getByRole('main')) => {
    await tabTo(page, within.getByRole('button', { name }).first());
    await page.keyboard.press('Enter');
  };
  const dialog = page.getByRole('dialog');

  await page.goto('/rounds');
  await expect(page).toHaveURL(`/rounds/${round.slug}`);
  await expect(page.getByRole('heading', { name: 'Ei vielä kierroksia' })).toBeVisible();
  await press('Uusi kierros');
  await tabTo(page, dialog.getByLabel('Nimi', { exact: true }));
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('Näppäinkierros');
  await tabTo(page, dialog.getByLabel('Ensimmäinen päivä'));
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(dayFromNow(2));
  await tabTo(page, dialog.getByLabel('Viimeinen päivä'));
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(dayFromNow(-1));
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('link', { name: /^Viimeinen päivä: / })).toBeVisible();
  await tabTo(page, dialog.getByLabel('Viimeinen päivä'));
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(dayFromNow(14));
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);

  await tabTo(page, page.getByRole('link', { name: 'Näppäinkierros' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Näppäinkierros' })).toBeFocused();
  await press('Avaa kierros');
  await press('Avaa kierros', dialog);
  await expect(page.getByText('Aikaa on 14 päivää.')).toBeVisible();
  const total = Number(await figure(page, 'Yhteensä').textContent());
  expect(total).toBeGreaterThan(0);
  await expect(figure(page, 'Puuttuu')).toHaveText(String(total));

  const name = await answerOne(page);
  // The page updates without a reload.
  await expect(figure(page, 'Vastattu')).toHaveText('1', { timeout: 5000 });
  await expect(figure(page, 'Puuttuu')).toHaveText(String(total - 1));
  await expect(inTable(page).last()).toContainText(name);

  await press(/^Muistuta kaikkia/);
  await expect(page.getByText(/muistutus lähtee|muistutusta lähtee/).first()).toBeVisible();
  await press(/^Muistuta: /);
  await expect(page.getByText(/sai jo tänään/).first()).toBeVisible();

  await press('Jatka aikaa');
  await tabTo(page, dialog.getByLabel('Viimeinen päivä'));
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(dayFromNow(20));
  await page.keyboard.press('Enter');
  await expect(page.getByText('Aikaa on 20 päivää.')).toBeVisible();

  await press('Päätä kierros');
  await expect(dialog).toContainText(`1 vastattu, ${total - 1} puuttuu, yhteensä ${total}`);
  await expect(dialog).toContainText('Tilanne jäädytetään');
  await press('Päätä ja jäädytä', dialog);
  const hash = page.locator('code');
  await expect(hash).toHaveText(/^[0-9a-f]{64}$/);
  const first = (await hash.textContent()) ?? '';

  await press('Kirjaa päätös');
  await tabTo(page, dialog.getByLabel('Kokouksen päivä'));
  await page.keyboard.type('14.12.2026');
  await tabTo(page, dialog.getByLabel('Pykälä (§)'));
  await page.keyboard.type('84');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Valtuusto 14.12.2026, § 84')).toBeVisible();

  await press('Avaa yhdelle uudelleen');
  await tabTo(page, dialog.getByLabel('Vastuutaho'));
  await page.keyboard.type(name);
  await tabTo(page, dialog.getByLabel('Syy'));
  await page.keyboard.type('Vastaus jäi lomalla antamatta');
  await tabTo(page, dialog.getByLabel('Viimeinen päivä'));
  await page.keyboard.type(dayFromNow(3));
  await page.keyboard.press('Enter');
  await expect(inTable(page).filter({ hasText: 'Vastaus jäi lomalla antamatta' })).toContainText(name);
  await press(/^Päätä uudelleen avaaminen/);
  await press('Päätä ja jäädytä uudelleen', dialog);
  await expect(page.getByText('(2. kopio)')).toBeVisible();
  expect(first).toMatch(/^[0-9a-f]{64}$/);

  await tabTo(page, page.getByRole('link', { name: 'Taulu kierroksen päättyessä' }));
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`/${round.slug}/${round.year}\\?round=`));
  await expect(page.getByText('Tilanne kierroksen Näppäinkierros päättyessä')).toBeVisible();
  await expect(page.getByRole('main')).toContainText('valtuusto 14.12.2026, § 84');
  await tabTo(page, page.getByRole('link', { name: 'Nykytilanteeseen' }));
  await page.keyboard.press('Enter');
  await expect(page.getByText('Tilanne kierroksen')).toHaveCount(0);
  await expect(page).toHaveURL(`/${round.slug}/${round.year}`);
});

test('keeps filters and view on the board of a closed round; shows a leader the round without actions', async ({
  page,
}) => {
  await page.goto('/esimerkkila/2026?ageGroup=children_youth');
  await page.getByRole('button', { name: 'Aiemmat kierrokset' }).click();
  await page
    .getByRole('dialog')
    .getByRole('link', { name: /^Kevät 2026/ })
    .click();
  await expect(page).toHaveURL('/esimerkkila/2026?ageGroup=children_youth&round=kevat-2026');
  const note = page.getByText('Tilanne kierroksen Kevät 2026 päättyessä');
  await expect(note).toBeVisible();
  await expect(page.getByText(/jäädytetty \d{1,2}\.\d{1,2}\.\d{4} · tarkiste [0-9a-f]{12}… · valtuusto/)).toBeVisible();
  await expect(page.getByText(/^Edellisestä kierroksesta: [+−]\d/).first()).toBeVisible();
  await page.getByRole('button', { name: 'Taulukko' }).click();
  await expect(page).toHaveURL('/esimerkkila/2026?ageGroup=children_youth&round=kevat-2026&view=table');
  // The later round is not among the last rounds of this table.
  const lights = page.getByRole('main').locator('tbody tr').first().getByRole('img');
  await expect(lights).toHaveAccessibleName(/Kevät 2026/);
  await expect(lights).not.toHaveAccessibleName(/Syksy 2026/);
  await page.reload();
  await expect(note).toBeVisible();
  await page.getByRole('link', { name: 'Nykytilanteeseen' }).click();
  await expect(page).toHaveURL('/esimerkkila/2026?ageGroup=children_youth&view=table');
  await expect(note).toHaveCount(0);

  await beSignedIn(page, 'leader@esimerkkila.example');
  await page.goto('/rounds/esimerkkila');
  await page.getByRole('main').getByRole('link', { name: 'Syksy 2026' }).click();
  await expect(page.getByRole('region', { name: 'Vastaukset yhteensä' })).toBeVisible();
  await expect(page.getByRole('main').getByRole('button', { name: /Muistuta|Päätä|Muokkaa|Jatka/ })).toHaveCount(0);
  await expect(page.getByRole('link', { name: /^Vastaa puolesta/ })).toHaveCount(0);
});
