import { readFileSync } from 'node:fs';
import { beSignedIn, sameOrigin } from '../support/people.ts';
import { own, ownAdmin } from '../support/plans.ts';
import { expect, test } from '../support/test.ts';

const path = `/admin/${own.slug}/audit`;

test('shows the log in words, filters it, and records its own export', async ({ page }) => {
  await beSignedIn(page, ownAdmin);
  const body = {
    name: { fi: 'Lokipalvelut' },
    kind: 'department',
    shortName: null,
    aliases: [],
    contact: null,
    successor: null,
    validFrom: null,
    validTo: null,
  };
  const made = await page.request.post(`/api/v1/municipalities/${own.slug}/departments`, {
    data: body,
    headers: sameOrigin,
  });
  expect(made.status()).toBe(200);
  await page.goto(path);
  const row = page.getByRole('row').filter({ hasText: 'Lokipalvelut' });
  await expect(row.getByRole('rowheader', { name: 'Lisäsi vastuutahon' })).toBeVisible();
  await expect(row).toContainText('Laji: Kunnan toimiala tai yksikkö');
  await row.getByRole('link', { name: 'Lokipalvelut' }).click();
  await expect(page.getByRole('row')).toHaveCount(2);
  await expect(page.getByLabel('Kohde')).toHaveValue(/^department:/);

  await page.getByLabel('Kohde').selectOption('Kaikki');
  await page.getByLabel('Tapahtuma', { exact: true }).selectOption('Poisti henkilötiedot');
  await expect(page.getByRole('heading', { name: 'Rajauksilla ei löydy mitään' })).toBeVisible();
  await page.getByRole('button', { name: 'Poista haku ja rajaukset' }).click();
  await page.getByLabel('Alkaen').fill('32.1.2026');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Kirjoita päivä muodossa pp.kk.vvvv')).toBeVisible();
  await page.getByLabel('Alkaen').fill('1.1.2026');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`${path}?from=2026-01-01`);

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Vie taulukkona (CSV)' }).click();
  const file = readFileSync(await (await download).path(), 'utf8');
  expect(file).toContain('department.create');
  await expect(page.getByRole('rowheader', { name: 'Vei lokin tiedostoon' }).first()).toBeVisible();
});
