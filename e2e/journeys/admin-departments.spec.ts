import type { Page } from '@playwright/test';
import { tabTo } from '../support/keyboard.ts';
import { beSignedIn, sameOrigin } from '../support/people.ts';
import { own, ownAdmin } from '../support/plans.ts';
import { expect, test } from '../support/test.ts';

const path = `/admin/${own.slug}/departments`;
const api = `/api/v1/municipalities/${own.slug}/departments`;
const rowOf = (page: Page, name: string) =>
  page.getByRole('listitem').filter({ has: page.getByRole('heading', { name, exact: true }) });

const empty = {
  kind: 'department',
  shortName: null,
  aliases: [],
  contact: null,
  successor: null,
  validFrom: null,
  validTo: null,
};
type Row = { id: string; version: number };

async function add(page: Page, fi: string): Promise<Row> {
  const answer = await page.request.post(api, { data: { ...empty, name: { fi } }, headers: sameOrigin });
  expect(answer.status()).toBe(200);
  return (await answer.json()) as Row;
}

test.beforeEach(({ page }) => beSignedIn(page, ownAdmin));

test('adds a department by keyboard alone; refusals link to their fields, and focus returns', async ({ page }) => {
  await page.goto(path);
  const opener = page.getByRole('button', { name: 'Lisää vastuutaho' });
  await expect(opener).toBeVisible();
  await tabTo(page, opener);
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Lisää vastuutaho' });
  await expect(dialog.getByRole('heading', { level: 2 })).toBeFocused();

  await tabTo(page, dialog.getByLabel('Voimassa alkaen'));
  await page.keyboard.type('31.4.2026');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('heading', { name: 'Tarkista 2 kohtaa' })).toBeVisible();
  await tabTo(page, dialog.getByRole('link', { name: /^Nimi suomeksi: Täytä/ }));
  await page.keyboard.press('Enter');
  await expect(dialog.getByLabel('Nimi suomeksi', { exact: true })).toBeFocused();
  await page.keyboard.type('Näppäinpalvelut');
  await tabTo(page, dialog.getByRole('button', { name: 'Lisää nimi' }));
  await page.keyboard.press('Enter');
  await expect(dialog.getByLabel('Muu nimi 1')).toBeFocused();
  await page.keyboard.type('Näppäimet');
  await tabTo(page, dialog.getByLabel('Voimassa alkaen'));
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('30.4.2026');
  await expect(dialog.getByText('Kirjoita päivä muodossa')).toHaveCount(0);
  await page.keyboard.press('Enter');

  await expect(dialog).toHaveCount(0);
  await expect(opener).toBeFocused();
  await expect(page.getByText('Näppäinpalvelut on lisätty.').first()).toBeVisible();
  await expect(rowOf(page, 'Näppäinpalvelut')).toContainText('Näppäimet');
  await expect(rowOf(page, 'Näppäinpalvelut')).toContainText('30.04.2026');
});

test('asks before unsaved input is left', async ({ page }) => {
  await page.goto(path);
  await page.getByRole('button', { name: 'Lisää vastuutaho' }).click();
  const dialog = page.getByRole('dialog', { name: 'Lisää vastuutaho' });
  await dialog.getByLabel('Nimi suomeksi', { exact: true }).fill('Kesken');
  await page.keyboard.press('Escape');
  const asking = page.getByRole('dialog', { name: 'Muutoksia ei ole tallennettu' });
  await asking.getByRole('button', { name: 'Jatka muokkausta' }).click();
  await expect(dialog.getByLabel('Nimi suomeksi', { exact: true })).toHaveValue('Kesken');
  await page.keyboard.press('Escape');
  await asking.getByRole('button', { name: 'Hylkää muutokset' }).click();
  await expect(dialog).toHaveCount(0);
});

test('shows both versions of a conflict, loses no input, and saves the second time', async ({ page }) => {
  const row = await add(page, 'Kahden palvelut');
  await page.goto(path);
  await page.getByRole('button', { name: 'Muokkaa: Kahden palvelut' }).click();
  const dialog = page.getByRole('dialog', { name: 'Muokkaa: Kahden palvelut' });
  await dialog.getByLabel(/^Yhteystieto/).fill('minun@hallila.example');
  const theirs = { version: row.version, contact: 'heidan@hallila.example', kind: 'partner' };
  expect((await page.request.patch(`${api}/${row.id}`, { data: theirs, headers: sameOrigin })).status()).toBe(200);

  await dialog.getByRole('button', { name: 'Tallenna' }).click();
  await expect(dialog.getByRole('heading', { name: 'Joku muu ehti muuttaa näitä tietoja' })).toBeVisible();
  await expect(dialog.getByLabel(/^Yhteystieto/)).toHaveValue('minun@hallila.example');
  await expect(dialog.getByText('Nyt tallennettuna: heidan@hallila.example')).toBeVisible();
  await dialog.getByRole('button', { name: 'Tallenna' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(rowOf(page, 'Kahden palvelut')).toContainText('minun@hallila.example');
  // The other person's own changes are kept.
  await expect(rowOf(page, 'Kahden palvelut')).toContainText('Kumppani kunnan ulkopuolelta');
});

test('takes the other person’s version instead of the input', async ({ page }) => {
  const row = await add(page, 'Toisen palvelut');
  await page.goto(path);
  await page.getByRole('button', { name: 'Muokkaa: Toisen palvelut' }).click();
  const dialog = page.getByRole('dialog', { name: 'Muokkaa: Toisen palvelut' });
  await dialog.getByLabel('Laji').selectOption('Työryhmä');
  const theirs = { version: row.version, kind: 'partner' };
  expect((await page.request.patch(`${api}/${row.id}`, { data: theirs, headers: sameOrigin })).status()).toBe(200);
  await dialog.getByRole('button', { name: 'Tallenna' }).click();
  await expect(dialog.getByText('Nyt tallennettuna: Kumppani kunnan ulkopuolelta')).toBeVisible();
  await dialog.getByRole('button', { name: 'Käytä tätä: Laji' }).click();
  await expect(dialog.getByLabel('Laji')).toHaveValue('partner');
  await expect(dialog.getByLabel('Laji')).toBeFocused();
  await expect(dialog.getByText('Nyt tallennettuna')).toHaveCount(0);
  await dialog.getByRole('button', { name: 'Tallenna' }).click();
  await expect(rowOf(page, 'Toisen palvelut')).toContainText('Kumppani kunnan ulkopuolelta');
});

test('names what a merge moves before it merges', async ({ page }) => {
  await add(page, 'Kirjastotoimi');
  await add(page, 'Kirjasto-palvelut');
  await page.goto(path);
  await page.getByRole('button', { name: 'Yhdistä: Kirjastotoimi' }).click();
  const dialog = page.getByRole('dialog', { name: 'Yhdistä: Kirjastotoimi' });
  await dialog.getByRole('button', { name: 'Näytä, mitä siirtyy' }).click();
  await expect(dialog.getByRole('link', { name: /^Mihin yhdistetään: / })).toBeVisible();
  await dialog.getByLabel('Mihin yhdistetään').selectOption('Kirjasto-palvelut');
  await dialog.getByRole('button', { name: 'Näytä, mitä siirtyy' }).click();
  await expect(dialog.getByRole('heading', { name: 'Kirjastotoimi → Kirjasto-palvelut' })).toBeVisible();
  await expect(dialog.getByText('Toimenpiteitä ei siirry')).toBeVisible();
  await dialog.getByRole('button', { name: 'Yhdistä', exact: true }).click();
  await expect(dialog).toHaveCount(0);
  await expect(rowOf(page, 'Kirjastotoimi')).toHaveCount(0);
  await expect(page.getByRole('heading', { level: 1, name: 'Vastuutahot' })).toBeFocused();
  await expect(rowOf(page, 'Kirjasto-palvelut')).toContainText('Myös: Kirjastotoimi');
});

test('names what prevents a merge, and offers no button', async ({ page }) => {
  await page.goto(path);
  const preview = {
    from: { slug: 'a', kind: 'department', name: { fi: 'Ensimmäinen' }, shortName: null },
    into: { slug: 'b', kind: 'department', name: { fi: 'Toinen' }, shortName: null },
    moved: 1,
    joined: [],
    conflicts: [{ year: 2025, code: 't-1', title: { fi: 'Kerhot kaikille' } }],
    people: 0,
    aliases: [],
    surplusAliases: 2,
    isPossible: false,
  };
  await page.route('**/departments/*/merge?*', (route) => route.fulfill({ json: preview }));
  await page
    .getByRole('button', { name: /^Yhdistä: / })
    .first()
    .click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Mihin yhdistetään').selectOption({ index: 1 });
  await dialog.getByRole('button', { name: 'Näytä, mitä siirtyy' }).click();
  await expect(dialog.getByRole('heading', { name: 'Yhteen toimenpiteeseen on kaksi vastausta' })).toBeVisible();
  await expect(dialog.getByText('2025: Kerhot kaikille')).toBeVisible();
  await expect(dialog.getByText(/Poista ensin vähintään 2 nimeä/)).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Yhdistä', exact: true })).toHaveCount(0);
  await dialog.getByRole('button', { name: 'Valitse toinen' }).click();
  await expect(dialog.getByLabel('Mihin yhdistetään')).toBeVisible();
});

test('offers a way out of a search without results', async ({ page }) => {
  await page.goto(path);
  await page.getByLabel('Hae nimellä').fill('qqqq');
  await expect(page.getByRole('heading', { name: 'Rajauksilla ei löydy mitään' })).toBeVisible();
  await expect(page).toHaveURL(`${path}?q=qqqq`);
  await page.getByRole('button', { name: 'Poista haku ja rajaukset' }).click();
  await expect(rowOf(page, 'Vastuutaho 1')).toBeVisible();
  await expect(page).toHaveURL(path);
});
