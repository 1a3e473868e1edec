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
