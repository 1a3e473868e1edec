import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import type { IndicatorDetail } from '@vointi/shared/indicator/read-contract.ts';
import { figures } from './support/indicator-plan.ts';
import { expect, test } from './support/test.ts';

/** Without soft hyphens. */
const plain = (text: string) => text.replaceAll('\u00ad', '').replaceAll(/[\u00a0\u202f]/g, ' ');

/** Formats a figure for a Finnish reader independently of the product's code. */
function digits(value: number, decimals: number): string {
  const [whole = '', fraction] = Math.abs(value).toFixed(decimals).split('.');
  const grouped = whole.replaceAll(/\B(?=(?:\d{3})+$)/g, ' ');
  return `${value < 0 ? '−' : ''}${grouped}${fraction === undefined ? '' : `,${fraction}`}`;
}

/** Treats all no-break spaces as one. */
const asPattern = (figure: string) => figure.replaceAll(' ', String.raw`\s`);

async function saved(page: Page, press: () => Promise<void>): Promise<string> {
  const download = page.waitForEvent('download');
  await press();
  return plain(await readFile(await (await download).path(), 'utf8'));
}

type Case = { what: string; slug: string; year: number; id: string };
const cases: readonly Case[] = [
  { what: 'Kouvola, years with areas', slug: 'kouvola', year: 2024, id: 'vakiluku' },
  { what: 'Esimerkkilä, with other areas and age groups', slug: 'esimerkkila', year: 2026, id: 'tyottomyysaste' },
  {
    what: 'years with a month, a gap, a break and two sources',
    slug: figures.slug,
    year: figures.year,
    id: 'osuus',
  },
];

for (const { what, slug, year, id } of cases) {
  test(`title, chart, tooltip, table, CSV, JSON-stat and picture show the same digits: ${what}`, async ({ page }) => {
    const answer = await page.request.get(`/api/v1/municipalities/${slug}/plans/${year}/indicators/${id}`);
    const indicator = (await answer.json()) as IndicatorDetail;
    const { values, decimals } = indicator;
    const numbers = values.flatMap((value) => (value.kind === 'number' ? [value] : []));
    expect(numbers.length).toBeGreaterThan(3);
    const line = values.filter(
      ({ period, ageGroup, sex, area }) => /^\d{4}$/.test(period ?? '') && area === 'municipality' && !sex && !ageGroup,
    );
    const own = line.flatMap((value) => (value.kind === 'number' ? [value] : []));
    await page.goto(`/${slug}/${year}/indicators/${id}`);
    const chart = page.getByRole('figure').first();
    const drawing = chart.getByRole('application');
    await expect(drawing).toBeVisible();
    const latest = own.at(-1);
    await expect(chart.getByRole('heading', { level: 2 })).toContainText(
      new RegExp(asPattern(digits(latest?.value ?? 0, decimals))),
    );

    // The arrow keys reach every figure of the line, and none of another period form.
    await drawing.focus();
    const tooltip = chart.getByRole('status').filter({ hasText: /\d/ });
    for (const value of line) {
      if (value.kind === 'number') {
        await expect(tooltip).toContainText(value.period ?? '');
        await expect(tooltip).toContainText(new RegExp(asPattern(digits(value.value, decimals))));
      } else await expect(tooltip).toHaveCount(0);
      await page.keyboard.press('ArrowRight');
    }

    const rows = page.getByRole('main').getByRole('table').getByRole('row');
    const sources = new Set(values.map(({ source, licence }) => JSON.stringify([source, licence]))).size;
    const table = (await rows.allInnerTexts()).map(plain).slice(1);
    expect(table).toHaveLength(values.length);
    [...values].reverse().forEach((value, at) => {
      if (value.kind === 'number') expect(table[at]).toContain(digits(value.value, decimals));
      if (sources > 1) expect(table[at]).toContain(plain(value.source?.fi ?? ''));
    });

    const csv = await saved(page, () => page.getByRole('link', { name: 'CSV' }).click());
    const lines = csv.trim().split('\r\n').slice(1);
    expect(lines).toHaveLength(values.length);
    values.forEach((value, at) => {
      const digitsOnly =
        value.kind === 'number' ? digits(value.value, decimals).replaceAll(' ', '').replace('−', '-') : '';
      expect(lines[at]).toContain(`;${digitsOnly};`);
      if (value.source) expect(lines[at]).toContain(value.source.fi);
      if (value.licence) expect(lines[at]).toContain(value.licence);
    });

    const json = await saved(page, () => page.getByRole('link', { name: 'JSON-stat' }).click());
    const stat = JSON.parse(json) as { value: (number | null)[]; extension: { values: { place: number }[] } };
    values.forEach((value, at) => {
      const index = stat.extension.values[at]?.place ?? -1;
      expect(stat.value[index]).toBe(value.kind === 'number' ? Number(value.value.toFixed(decimals)) : null);
    });

    const svg = await saved(page, () => page.getByRole('button', { name: 'Kuva (SVG)' }).click());
    // A paragraph may break before any word.
    const text = svg.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');
    expect(text).toContain(digits(latest?.value ?? 0, decimals));
    for (const source of new Set(own.map((value) => value.source?.fi ?? ''))) expect(text).toContain(source);
    for (const licence of new Set(own.flatMap((value) => value.licence ?? []))) expect(text).toContain(licence);
  });
}
