import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { figures, manyFigures } from './support/indicator-plan.ts';
import { kouvola } from './support/plans.ts';
import { expect, test } from './support/test.ts';

const pathOf = ({ slug, year }: typeof figures) => `/${slug}/${year}/indicators`;
const chartOf = (page: Page) => page.getByRole('figure');
const drawing = (page: Page) => chartOf(page).getByRole('application');
/** Treats all no-break spaces as one. */
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');

test('names each measure of Kouvola without an indicator of its own', async ({ page }) => {
  await page.goto(`${kouvola}/indicators`);
  const main = page.getByRole('main');
  await expect(main.getByText('55 toimenpiteellä 59 toimenpiteestä ei ole omaa lukua')).toBeVisible();
  await main.getByText('Toimenpiteet ilman omaa lukua').click();
  await expect(
    main.getByRole('group').filter({ hasText: 'Toimenpiteet ilman omaa lukua' }).getByRole('link'),
  ).toHaveCount(55);
  await expect(main.getByRole('link', { name: 'Syötä lukuja taulukkoon' })).toHaveCount(0);
});

test('filters the catalogue by its address, and going back removes the filter', async ({ page }) => {
  await page.goto(pathOf(figures));
  const list = page.getByRole('list', { name: 'Mittarit' });
  await expect(list.getByRole('heading', { level: 2 })).toHaveCount(8);
  await expect(list.getByRole('listitem').filter({ hasText: 'Ilman lukua' })).toContainText('Ei lukua');
  await page.getByRole('button', { name: /^Ei lukua/ }).click();
  await expect(list.getByRole('heading', { level: 2 })).toHaveText(['Ilman lukua']);
  await expect(page.locator('[aria-live=polite]')).toHaveText('Näytetään 1 mittari 8 mittarista');
  await expect(page).toHaveURL(/hasData=false/);
  await page.goBack();
  await expect(list.getByRole('heading', { level: 2 })).toHaveCount(8);
  await page.getByRole('searchbox', { name: 'Hae mittaria' }).fill('kävelijät');
  await expect(page).toHaveURL(/q=k%C3%A4velij%C3%A4t/);
  await expect(list.getByRole('heading', { level: 2 })).toHaveText(['Kävelijät']);
  await page.reload();
  await expect(list.getByRole('heading', { level: 2 })).toHaveText(['Kävelijät']);
  await page.getByRole('searchbox', { name: 'Hae mittaria' }).fill('ei mitään tällaista');
  await expect(page.getByRole('heading', { name: 'Yhtään mittaria ei löydy näillä rajauksilla' })).toBeVisible();
  await page.getByRole('button', { name: 'Poista rajaus ”ei mitään tällaista”' }).click();
  await expect(page.getByText('Näytetään 8 / 8 mittaria')).toBeFocused();
  await expect(list.getByRole('heading', { level: 2 })).toHaveCount(8);
});

test('shows the same figures in chart, table and file', async ({ page }) => {
  await page.goto(`${pathOf(figures)}/osuus`);
  await expect(chartOf(page).getByRole('heading', { level: 2 })).toHaveText(/^Liikkuvien osuus: 47,0\s%/);
  await expect(drawing(page)).toBeVisible();
  await expect(chartOf(page).getByText('Sarja katkeaa', { exact: true })).toBeVisible();
  await expect(chartOf(page).getByText(/^Tavoite 2027: 55,0\s%$/)).toBeVisible();
  await expect(chartOf(page).getByText(/^Suuntaa ei arvioida: sarja katkeaa \(2022\)/)).toBeVisible();
  await expect(page.getByText('Lähde ei ole varma luvusta: 2022.')).toBeVisible();

  const table = page.getByRole('region', { name: 'Liikkuvien osuus' }).getByRole('row');
  await expect(table.filter({ hasText: '2021' })).toContainText('ei lukua');
  const rowText = plain((await table.filter({ hasText: '2022' }).textContent()) ?? '');
  expect(rowText).toContain('44,2 % (epävarma)');

  const saved = page.waitForEvent('download');
  await page.getByRole('link', { name: 'CSV' }).click();
  const csv = await readFile(await (await saved).path(), 'utf8');
  for (const figure of ['40,1', '41,5', '44,2', '47', '42,5']) expect(csv).toContain(figure);
  expect(csv).toContain('Pieni otos.');
});

test('saves a chart as a picture with its title, source and licence', async ({ page }) => {
  await page.goto(`${pathOf(figures)}/kavijat`);
  await expect(drawing(page)).toBeVisible();
  const svg = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Kuva (SVG)' }).click();
  const text = plain(await readFile(await (await svg).path(), 'utf8'));
  expect(text).toContain('Kävelijät: kasvua 100 hlö');
  expect(text).toContain('Mittalan laskenta');
  expect(text).toContain('CC BY 4.0');
  // The picture holds its own colours: CSS variables do not exist outside the page.
  expect(text).not.toContain('var(');
  const png = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Kuva (PNG)' }).click();
  const bytes = await readFile(await (await png).path());
  expect(bytes.subarray(1, 4).toString()).toBe('PNG');
  expect(bytes.length).toBeGreaterThan(5000);
});

test('hides counts of fewer than five people from the public, and says so', async ({ page }) => {
  await page.goto(`${pathOf(figures)}/loukkaantuneet`);
  await expect(page.getByText('Pieniä lukuja on salattu')).toBeVisible();
  const row = page.getByRole('region', { name: 'Loukkaantuneet' }).getByRole('row').filter({ hasText: '2023' });
  await expect(row).toContainText('salattu (alle 5)');
});

test('shows charts on measure, goal and findings pages with links to the indicator', async ({ page }) => {
  const base = `/${figures.slug}/${figures.year}`;
  for (const path of [`${base}/measures/kavely`, `${base}/goals/liike`, `${base}/findings`]) {
    await page.goto(path);
    await expect(page.getByRole('figure').first().getByRole('application')).toBeVisible();
  }
  await page.getByRole('main').getByRole('link', { name: 'Kävelijät' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Kävelijät' })).toBeVisible();
});

test('opens a catalogue of 1 000 indicators page by page, within the budget', async ({ page }) => {
  await page.goto(pathOf(manyFigures));
  const list = page.getByRole('list', { name: 'Mittarit' });
  await expect(list.getByRole('heading', { level: 2 })).toHaveCount(60);
  await expect(page.getByText('Näytetään 1000 / 1000 mittaria')).toBeVisible();
  expect(await page.locator('*').count()).toBeLessThan(3000);
  await page.getByRole('link', { name: 'Seuraava sivu' }).click();
  await expect(page.getByText('Sivu 2 / 17')).toBeVisible();
  await expect(list.getByRole('heading', { level: 2 }).first()).toHaveText('Mittari 61');
});
