import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { coordinatorOf, figureCoordinator, figureReporter, figures, trial } from './support/indicator-plan.ts';
import { beSignedIn, sameOrigin } from './support/people.ts';
import { openScreen, screenOf } from './support/screen.ts';
import { expect, test } from './support/test.ts';

const manage = (indicator: string, { slug, year } = figures) =>
  `/admin/${slug}/indicators/edit/${indicator}?year=${year}`;
const indicatorPath = (indicator: string) => `/${figures.slug}/${figures.year}/indicators/${indicator}`;
const gridOf = (page: Page) => page.getByRole('grid', { name: 'Lukujen taulukko' });
const row = (page: Page, name: string) => gridOf(page).getByRole('row', { name: new RegExp(`^${name}`) });
const save = (page: Page) => page.getByRole('button', { name: 'Tallenna kaikki' });

/** A block as a spreadsheet copies it to the clipboard. */
const paste = (cell: Locator, text: string) =>
  cell.evaluate((element, block) => {
    const data = new DataTransfer();
    data.setData('text/plain', block);
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, text);

/** The public figure of a period in table, chart and file. */
async function seeEverywhere(page: Page, indicator: string, period: string, figure: string) {
  await page.goto(indicatorPath(indicator));
  await expect(page.getByRole('figure').getByRole('application')).toBeVisible();
  const table = page.getByRole('main').getByRole('row').filter({ hasText: period });
  await expect(table).toContainText(new RegExp(`${figure}\\s%`));
  await page.getByRole('figure').getByRole('application').focus();
  const tooltip = page.getByRole('figure').getByRole('status').filter({ hasText: period });
  // Each press moves to the next figure, up to the new one.
  await expect(async () => {
    if ((await tooltip.count()) === 0) await page.keyboard.press('ArrowRight');
    await expect(tooltip).toContainText(new RegExp(`${figure}\\s%`), { timeout: 500 });
  }).toPass();
  const saved = page.waitForEvent('download');
  await page.getByRole('link', { name: 'CSV' }).click();
  expect(await readFile(await (await saved).path(), 'utf8')).toMatch(new RegExp(`${period};.*${figure}`));
}

test('pastes a block: refuses by cell, corrects, undoes, saves and publishes it', async ({ page }) => {
  await beSignedIn(page, figureCoordinator);
  await page.goto(`/admin/${figures.slug}/indicators/grid?year=${figures.year}`);
  const cells = row(page, 'Kirjoitettava ruudukko').getByRole('gridcell');
  await expect(cells).toHaveText(['', '', '', '10,5', '']);
  await cells.nth(1).click();
  await paste(cells.nth(1), '11,2\tEntre 200 et 500\t2.050\r\n');
  await expect(page.getByText('3 solua muutettu, ei tallennettu.')).toBeVisible();
  await expect(page.getByRole('heading', { name: '2 solua ei voi tallentaa' })).toBeVisible();
  await expect(
    page.getByText(/Kirjoitettava ruudukko, sarake 2023: ei ole luku \(”Entre 200 et 500”\)\./),
  ).toBeVisible();
  await expect(cells.nth(2)).toHaveAttribute('aria-invalid', 'true');
  await save(page).click();
  // No cell was written.
  const path = `/api/v1/municipalities/${figures.slug}/plans/${figures.year}/indicators/ruudukko`;
  const stored = async () =>
    ((await (await page.request.get(path)).json()) as { values: { period: string }[] }).values.map((one) => one.period);
  expect(await stored()).toEqual(['2024']);

  await page.getByRole('button', { name: 'Kumoa' }).click();
  await expect(cells).toHaveText(['', '', '', '10,5', '']);
  await page.getByRole('button', { name: 'Tee uudelleen' }).click();
  await expect(cells.nth(1)).toContainText('11,2');
  await page.getByRole('button', { name: 'Kumoa' }).click();

  await paste(cells.nth(1), '11,2\t12,4\t\t13,7 %');
  await cells.nth(3).click();
  await page.keyboard.press('Control+z');
  await cells.nth(1).click();
  await paste(cells.nth(1), '11,2\t12,4\t10,5\t13,7 %');
  await save(page).click();
  await expect(page.getByText('3 arvoa tallennettu.').first()).toBeVisible();
  await seeEverywhere(page, 'ruudukko', '2025', '13,7');
  expect(await stored()).toEqual(['2022', '2023', '2024', '2025']);
});

type StoredValue = {
  period: string;
  value: unknown;
  source: object | null;
  licence: string | null;
  note: object | null;
};
const valuesOf = async (page: Page, indicator: string) => {
  const path = `/api/v1/municipalities/${trial.slug}/plans/${trial.year}/indicators/${indicator}`;
  return ((await (await page.request.get(path)).json()) as { values: StoredValue[] }).values;
};

/** An indicator that only one test uses. */
async function make(page: Page, fields: object, values: Record<string, unknown>[]): Promise<string> {
  const base = `/api/v1/municipalities/${trial.slug}`;
  const none = { unit: null, set: null, definition: null, source: null, sourceId: null, sourceUrl: null };
  const rest = { licence: null, countsPeople: false, regionName: null, decimals: 0, direction: 'neutral' };
  const made = await page.request.post(`${base}/indicators`, {
    headers: sameOrigin,
    data: { ...none, ...rest, ...fields },
  });
  const { slug: indicator } = (await made.json()) as { slug: string };
  const cells = values.map((value) => ({
    ...{ indicator, ageGroup: null, sex: null, area: 'municipality', version: 0 },
    ...value,
  }));
  const response = await page.request.put(`${base}/indicator-values`, { headers: sameOrigin, data: { cells } });
  expect(response.status()).toBe(200);
  return indicator;
}

test('gives new values of a block their source at once, and restores the old values on undo', async ({ page }) => {
  await beSignedIn(page, coordinatorOf(trial));
  const source = { source: { fi: 'Mittalan kysely' }, licence: 'CC BY 4.0' };
  const old = { source: { fi: 'Tilastokeskus' }, note: { fi: 'Ennakko.' }, isUncertain: true };
  const indicator = await make(page, { name: { fi: 'Kirjoitettavat lähteet' }, kind: 'number', ...source }, [
    { period: '2023', value: { kind: 'number', value: 5 }, ...old },
    { period: '2024', value: { kind: 'number', value: 6 } },
  ]);
  await page.goto(manage(indicator, trial));
  const about = page.getByRole('region', { name: 'Mistä valitut arvot ovat' });
  const cell = (period: string) => row(page, period).getByRole('gridcell').first();
  await cell('2023').click();
  await expect(about.getByLabel('Lähde', { exact: true })).toHaveValue('Tilastokeskus');
  await expect(about.getByRole('checkbox', { name: 'Epävarma' })).toBeChecked();
  const before = await valuesOf(page, indicator);

  // Two cells with different sources: text that is typed and erased changes neither.
  await cell('2024').click();
  await page.keyboard.press('Shift+ArrowDown');
  await expect(about.getByRole('status')).toHaveText('2 solua valittu, 2 arvoa.');
  await about.getByLabel('Lähde', { exact: true }).pressSequentially('x');
  await about.getByLabel('Lähde', { exact: true }).fill('');
  await page.keyboard.press('Tab');
  await expect(about.getByLabel('Lisenssi')).toBeFocused();
  await expect(page.getByText('Ei tallentamattomia muutoksia.')).toBeVisible();

  // Newest first: 2025, 2024, 2023.
  await cell('2025').click();
  await paste(cell('2025'), '71\n61\n51\n');
  await expect(about.getByRole('status')).toHaveText('3 solua valittu, 3 arvoa.');
  await expect(about.getByLabel('Lähde', { exact: true })).toHaveValue('');
  await expect(about.getByText('Tyhjä: mittarin oma, ”Mittalan kysely”.')).toBeVisible();
  await about.getByLabel('Lähde', { exact: true }).fill('Oma laskenta');
  await about.getByLabel('Lisenssi').fill('Oma lupa');
  await save(page).click();
  await expect(page.getByText('3 arvoa tallennettu.').first()).toBeVisible();
  const own = { source: { fi: 'Oma laskenta' }, licence: 'Oma lupa', note: null, isUncertain: false };
  expect(await valuesOf(page, indicator)).toMatchObject([
    { period: '2023', value: 51, ...own },
    { period: '2024', value: 61, ...own },
    { period: '2025', value: 71, ...own },
  ]);

  // Undoes licence, source and the block: three steps.
  for (let step = 0; step < 3; step += 1) await page.getByRole('button', { name: 'Kumoa' }).click();
  await expect(page.getByText('3 solua muutettu, ei tallennettu.')).toBeVisible();
  await save(page).click();
  await expect(page.getByText('Ei tallentamattomia muutoksia.')).toBeVisible();
  const back = await valuesOf(page, indicator);
  expect(back.map((value) => ({ ...value, version: 0 }))).toEqual(before.map((value) => ({ ...value, version: 0 })));
});

test('keeps the translations of a text, and adds a series of an age group and a sex', async ({ page }) => {
  await beSignedIn(page, coordinatorOf(trial));
  const indicator = await make(page, { name: { fi: 'Kirjoitettavat sanat' }, kind: 'text' }, [
    { period: '2024', value: { kind: 'text', value: { fi: 'kasvaa', sv: 'växer' } } },
  ]);
  await page.goto(manage(indicator, trial));
  await row(page, '2024').getByRole('gridcell').first().click();
  await page.keyboard.type('laskee');
  await page.keyboard.press('Enter');
  await row(page, '2024').getByRole('gridcell').first().click();
  const swedish = page.getByLabel('Teksti ruotsiksi');
  await expect(swedish).toHaveValue('växer');
  await swedish.fill('minskar');
  await swedish.press('Enter');
  const add = page.getByRole('group', { name: 'Lisää sarja' });
  await add.getByRole('button', { name: 'Lisää sarja' }).click();
  await expect(add.getByText('Sarja on jo taulukossa.')).toBeVisible();
  await add.getByLabel('Ikäryhmä').selectOption('older_people');
  await add.getByLabel('Sukupuoli').selectOption('female');
  await add.getByRole('button', { name: 'Lisää sarja' }).click();
  await row(page, '2024').getByRole('gridcell').nth(1).click();
  await page.keyboard.type('ennallaan');
  await page.keyboard.press('Enter');
  await save(page).click();
  await expect(page.getByText('2 arvoa tallennettu.').first()).toBeVisible();
  expect(await valuesOf(page, indicator)).toMatchObject([
    { value: { fi: 'laskee', sv: 'minskar' }, ageGroup: null, sex: null },
    { value: { fi: 'ennallaan' }, ageGroup: 'older_people', sex: 'female' },
  ]);
});

test('shows both values to the second of two writers of a cell, who chooses', async ({ page }) => {
  await beSignedIn(page, figureCoordinator);
  await page.goto(manage('riita'));
  const cell = row(page, '2024').getByRole('gridcell').first();
  await expect(cell).toHaveText('10,5');
  await cell.click();
  await page.keyboard.type('20,5');
  await page.keyboard.press('Enter');
  const cellKey = { indicator: 'riita', period: '2024', ageGroup: null, sex: null, area: 'municipality' };
  const other = await page.request.put(`/api/v1/municipalities/${figures.slug}/indicator-values`, {
    headers: sameOrigin,
    data: { cells: [{ ...cellKey, version: 1, value: { kind: 'number', value: 30.5 } }] },
  });
  expect(other.status()).toBe(200);
  await save(page).click();
  await expect(page.getByRole('heading', { name: 'Toinen on muuttanut yhtä solua' })).toBeVisible();
  await expect(page.getByText(/sarake kaikki: tallennettu 30,5, sinulla 20,5\./)).toBeVisible();
  await expect(cell).toContainText('20,5');
  await page.getByRole('button', { name: 'Pidä oma' }).click();
  await save(page).click();
  await expect(page.getByText('Arvo tallennettu.').first()).toBeVisible();
  await seeEverywhere(page, 'riita', '2024', '20,5');
});

test('previews an import with every refused row, then imports the rest', async ({ page }) => {
  await beSignedIn(page, figureCoordinator);
  await page.goto(`/admin/${figures.slug}/indicators/import?year=${figures.year}`);
  const lines = ['mittari;jakso;arvo', 'tuonti;2022;11,1', 'tuonti;2023;abc', 'olematon;2023;5', 'tuonti;2025;12,2'];
  await page.getByLabel('Tiedosto', { exact: true }).setInputFiles({
    name: 'luvut.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(`${lines.join('\r\n')}\r\n`),
  });
  const refused = page.getByRole('region', { name: '2 riviä ei voi ottaa' }).getByRole('row');
  await expect(refused.filter({ hasText: 'abc' })).toContainText('ei ole luku');
  await expect(refused.filter({ hasText: 'olematon' })).toContainText('tällaista mittaria ei ole');
  await expect(page.getByText('Mitään ei tallenneta, ennen kuin rivit on korjattu tai jätetty pois.')).toBeVisible();
  await page.getByLabel('Jätä 2 riviä pois ja tuo muut').check();
  await page.getByRole('button', { name: 'Tuo 2 arvoa' }).click();
  await expect(page.getByText('Tuotu: 2 uutta, 0 muuttunutta, 0 ennallaan, 2 jätetty pois.').first()).toBeVisible();
  await seeEverywhere(page, 'tuonti', '2025', '12,2');
});

test('imports a file of one indicator in the encoding of Excel without a byte order mark', async ({ page }) => {
  await beSignedIn(page, coordinatorOf(trial));
  const indicator = await make(page, { name: { fi: 'Etsittävä tuontimittari' }, kind: 'number' }, [
    { period: '2020', value: { kind: 'number', value: 1 } },
  ]);
  await page.goto(`/admin/${trial.slug}/indicators/import?year=${trial.year}`);
  const field = page.getByRole('combobox', { name: 'Mittari' });
  const active = page.getByRole('option', { selected: true });
  await field.click();
  await expect(active).toHaveCount(1);
  // Enter must not choose a result of the former search.
  const { promise: answered, resolve: answer } = Promise.withResolvers<void>();
  await page.route(/\/indicators\?.*q=/, async (route) => {
    await answered;
    await route.continue();
  });
  await field.pressSequentially('etsittävä');
  await expect(active).toHaveCount(0);
  await field.press('Enter');
  await expect(field).toHaveValue('etsittävä');
  answer();
  await expect(active).toHaveText('Etsittävä tuontimittari');
  await field.press('Escape');
  await expect(page.getByRole('option')).toHaveCount(0);
  await field.press('ArrowDown');
  await field.pressSequentially('ei sellaista');
  await expect(page.getByText('Ei löydy: kirjoita toisin.')).toBeVisible();
  await field.press('ArrowDown');
  await field.fill('etsittävä tuonti');
  await expect(active).toHaveText('Etsittävä tuontimittari');
  await field.press('Enter');
  await expect(field).toHaveValue('Etsittävä tuontimittari');
  await field.fill('');
  await field.press('Escape');
  await expect(field).toHaveValue('Etsittävä tuontimittari');
  await page.getByLabel('Tiedosto', { exact: true }).setInputFiles({
    name: 'luvut.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(
      'jakso;ikäryhmä;arvo;lähde;muistiinpano\r\n2021;Työikäiset;2 050;;\r\n2020;;1;Oma laskenta;x\r\n',
      'latin1',
    ),
  });
  // Same number, other metadata.
  const changed = page.getByRole('region', { name: 'Mitä muuttuisi' }).getByRole('row').filter({ hasText: '2020' });
  await expect(changed).toContainText('Lähde: tyhjä → Oma laskenta');
  const unread = page.getByRole('region', { name: 'Yhtä saraketta ei luettu' });
  await expect(unread.getByRole('listitem')).toHaveText(['muistiinpano']);
  await page.getByRole('button', { name: 'Tuo 2 arvoa' }).click();
  await expect(page.getByText(/^Tuotu: 1 /).first()).toBeVisible();
  expect(await valuesOf(page, indicator)).toMatchObject([
    { value: 1, source: { fi: 'Oma laskenta' } },
    { value: 2050, ageGroup: 'working_age' },
  ]);
});

test('creates an indicator, gives it a target and links, and deletes it', async ({ page }) => {
  await beSignedIn(page, coordinatorOf(trial));
  await page.goto(`/admin/${trial.slug}/indicators?year=${trial.year}`);
  await page.getByRole('button', { name: 'Lisää mittari' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Lisää mittari' }).click();
  await expect(dialog.getByRole('link', { name: /^Nimi: / })).toBeVisible();
  await dialog.getByLabel('Nimi', { exact: true }).fill('Uusi e2e-mittari');
  await dialog.getByLabel('Yksikkö (valinnainen)').fill('hlö');
  await dialog.getByRole('button', { name: 'Lisää mittari' }).click();
  await expect(page.getByRole('heading', { level: 2, name: 'Uusi e2e-mittari' })).toBeVisible();
  await page.getByRole('button', { name: 'Lisää tavoite' }).click();
  const target = page.getByRole('group', { name: 'Tavoite 1' });
  await target.getByLabel('Jakso').fill('2027');
  await target.getByLabel('Tavoite').fill('12,5');
  await page.getByRole('button', { name: 'Tallenna tavoitteet' }).click();
  await expect(page.getByRole('link', { name: 'Tavoite: luvussa ei saa olla desimaaleja' })).toBeVisible();
  await target.getByLabel('Tavoite').fill('120');
  await page.getByRole('button', { name: 'Tallenna tavoitteet' }).click();
  await expect(page.getByText('Tavoitteet tallennettu.').first()).toBeVisible();
  await page.getByRole('checkbox', { name: 'Kerho' }).check();
  await page.getByRole('button', { name: 'Tallenna kytkennät' }).click();
  await expect(page.getByText('Kytkennät tallennettu.').first()).toBeVisible();
  await page.getByRole('link', { name: 'Näytä mittari' }).click();
  await expect(page.getByText(/Tavoite 2027: 120\shlö/)).toBeVisible();
  await expect(page.getByRole('link', { name: 'Kerho' })).toBeVisible();
  await page.goBack();
  await page.getByRole('button', { name: 'Poista mittari' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Poista' }).click();
  // An indicator that is linked to a measure cannot be deleted.
  await expect(page.getByRole('dialog')).toContainText('Mittarilla on arvoja tai siihen viitataan');
});

test('proposes a finding from figures, words, publishes, hides and deletes it', async ({ page }) => {
  await beSignedIn(page, coordinatorOf(trial));
  const path = `/admin/${trial.slug}/findings?year=${trial.year}`;
  await page.goto(path);
  await page
    .getByRole('button', { name: /^Ota pohjaksi: / })
    .first()
    .click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByLabel('Mitä luvut kertovat', { exact: true })).not.toHaveValue('');
  await dialog.getByLabel('Mitä luvut kertovat', { exact: true }).fill('Kylissä kävellään yhä enemmän.');
  await dialog.getByLabel('Ruotsiksi (valinnainen)').fill('I byarna promenerar man allt mer.');
  await dialog.getByRole('button', { name: 'Tallenna' }).click();
  await expect(page.getByText('Luonnos tallennettu.').first()).toBeVisible();
  const own = page.getByRole('listitem').filter({ hasText: 'Kylissä kävellään yhä enemmän.' });
  await expect(own).toContainText('Luonnos');
  const address = `/${trial.slug}/${trial.year}/findings`;
  const isPublic = async () =>
    (
      await (
        await page.request.get(`/api/v1/municipalities${address.replace(`/${trial.year}`, `/plans/${trial.year}`)}`, {
          headers: { cookie: '' },
        })
      ).text()
    ).includes('Kylissä kävellään');
  await own.getByRole('button', { name: /^Julkaise/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Julkaise' }).click();
  await expect(own).toContainText('Julkaistu');
  expect(await isPublic()).toBe(true);
  const texts = page.getByRole('list', { name: /^Myönteiset/ }).getByRole('heading', { level: 3 });
  await expect(texts).toHaveText(['Kävely on lisääntynyt.', 'Kylissä kävellään yhä enemmän.']);
  const earlier = own.getByRole('button', { name: /^Aiemmaksi: / });
  await earlier.focus();
  await page.keyboard.press('Enter');
  await expect(texts).toHaveText(['Kylissä kävellään yhä enemmän.', 'Kävely on lisääntynyt.']);
  // Focus stays on the moved finding; at the top it cannot move up.
  await expect(earlier).toBeFocused();
  await expect(earlier).toHaveAttribute('aria-disabled', 'true');
  await page.goto(`${address}?lang=sv`);
  await expect(page.getByRole('article').getByRole('heading', { level: 3 })).toHaveText([
    'I byarna promenerar man allt mer.',
    'Promenaderna har ökat.',
  ]);
  await page.goto(`${path}&lang=fi`);
  await own.getByRole('button', { name: /^Poista/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Poista' }).click();
  await expect(page.getByText('Kehityskulku poistettu.').first()).toBeVisible();
  await expect(own).toHaveCount(0);
});

test('shows a reported figure on chart, table, file, measure and screen', async ({ page }) => {
  await beSignedIn(page, figureReporter);
  await page.goto('/reporting');
  const card = page.getByRole('region', { name: 'Kyläkävelyt' });
  await card.getByRole('radio', { name: /^Valmis/ }).check();
  await card.getByLabel(/^Kirjoitettava raportti/).fill('14,9');
  await card.getByLabel(/^Mistä sen näkee\?/).fill('Kävelyjä oli joka viikko.');
  await expect(card.getByText(/^Tallennettu klo/)).toBeVisible();
  await page.getByRole('button', { name: /^Lähetä/ }).click();
  const other = page.getByRole('button', { name: /^Lähetä (silti|keskeneräisenä|vastatut)/ });
  if (await other.count()) await other.click();
  await expect(card.getByText(/Vastattu|Lähetetty/).first()).toBeVisible();
  await seeEverywhere(page, 'raportti', '2025', '14,9');
  await page
    .getByRole('main')
    .getByRole('link', { name: /Kyläkävelyt/ })
    .click();
  await expect(page.getByRole('heading', { level: 1, name: 'Kyläkävelyt' })).toBeVisible();
  await expect(
    page
      .getByRole('main')
      .getByText(/14,9\s%/)
      .first(),
  ).toBeVisible();

  await openScreen(page, `/${figures.slug}/${figures.year}/display?scenes=indicators`);
  const { headline, scene } = screenOf(page);
  await expect(async () => {
    if ((await headline.innerText()).replaceAll('\u00ad', '') !== 'Kirjoitettava raportti') {
      await page.keyboard.press('ArrowRight');
    }
    await expect(headline).toHaveText('Kirjoitettava raportti', { timeout: 300 });
  }).toPass();
  await expect(scene.getByText(/^14,9\s%/).first()).toBeVisible();
});
