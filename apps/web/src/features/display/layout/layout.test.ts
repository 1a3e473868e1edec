import { describe, expect, it } from 'vitest';
import { footerName, footerPart } from './fitted-text.ts';
import { bodyHeight, banner, maxRows } from './geometry.ts';
import { lightPages } from './lights.ts';
import { listLayout, rowHeight } from './rows.ts';
import { shortPeriod, figureAt, isBelowLast, labelledAt, sparkOf, targetNamedAt } from './spark.ts';
import { linesOf, shorten, widthOf } from './text-width.ts';

describe('the width of a text', () => {
  it('grows with its letters; soft hyphens have none', () => {
    expect(widthOf('mmm')).toBeGreaterThan(widthOf('iii'));
    expect(widthOf('liikenne\u00adturvallisuus')).toBe(widthOf('liikenneturvallisuus'));
  });

  it('gives the number of lines, also with a word longer than a line', () => {
    expect(linesOf('yksi', 10)).toBe(1);
    expect(linesOf('yksi kaksi kolme', widthOf('yksi kaksi') + 0.1)).toBe(2);
    expect(linesOf('liikenneturvallisuustyöryhmä', widthOf('liikenneturvallisuustyöryhmä') / 2)).toBe(3);
  });

  it('is shortened by whole words, with an ellipsis', () => {
    const text = 'Kokemusasiantuntijat ja asiakastieto päätösten tueksi';
    expect(shorten(text, 100, 1)).toBe(text);
    const short = shorten(text, 16, 1);
    expect(short).toBe('Kokemusasiantuntijat ja …');
    expect(linesOf(short, 16)).toBe(1);
  });
});

const goalsOf = (...counts: number[]) => counts.map((count, index) => ({ name: `Tavoite ${index}`, count }));
const room = bodyHeight(1, 0) - 15.6;
const shownIn = (pages: ReturnType<typeof lightPages>) =>
  pages.flatMap(({ rows }) => rows).reduce((sum, { from, to }) => sum + to - from, 0);

describe('the whole plan', () => {
  it.each([[[4]], [[32, 13, 4, 10]], [[50, 50, 50, 50, 50, 50, 30]], [[330]], [[1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]]])(
    'shows every measure once: %j',
    (counts) => {
      const pages = lightPages(goalsOf(...counts), room);
      expect(shownIn(pages)).toBe(counts.reduce((one, other) => one + other, 0));
      expect(pages.every(({ light }) => light >= 4.8)).toBe(true);
    },
  );

  it('is one page for the example, with larger lights for fewer measures', () => {
    const [page, ...more] = lightPages(goalsOf(32, 13, 4, 10), room);
    expect(more).toEqual([]);
    expect(lightPages(goalsOf(4), room)[0]?.light).toBeGreaterThan(page?.light ?? Infinity);
  });

  it('takes several pages for many measures', () => {
    expect(lightPages(goalsOf(330), room).length).toBeGreaterThan(1);
  });
});

describe('a list', () => {
  const height = bodyHeight(1, 0);
  const rowsOf = (count: number, lines = 1) => ({
    rows: Array.from({ length: count }, (_, index) => index),
    height,
    lines: () => lines,
  });

  it.each([1, 5, 12, 13, 32, 330])('of %i rows shows each once, twelve to a page at most, and fits', (count) => {
    const { pages, size } = listLayout(rowsOf(count));
    expect(pages.flat()).toEqual(rowsOf(count).rows);
    for (const page of pages) {
      expect(page.length).toBeLessThanOrEqual(maxRows);
      expect(page.length * rowHeight(1, size)).toBeLessThanOrEqual(height);
    }
    expect(size).toBeGreaterThanOrEqual(4.8);
  });

  it('spreads its rows evenly, and is larger when there is room', () => {
    expect(listLayout(rowsOf(13)).pages.map(({ length }) => length)).toEqual([7, 6]);
    expect(listLayout(rowsOf(3)).size).toBeGreaterThan(listLayout(rowsOf(12)).size);
  });

  it('takes more pages under a banner, not smaller letters', () => {
    const under = listLayout({ ...rowsOf(12), height: bodyHeight(1, banner.old) });
    expect(under.pages.length).toBe(2);
    expect(under.size).toBeGreaterThanOrEqual(4.8);
  });

  it('has no page without rows', () => {
    expect(listLayout(rowsOf(0)).pages).toEqual([]);
  });
});

describe('a sparkline', () => {
  const series = [1, 3, null, 2].map((value) => ({ value }));

  it('breaks at a missing value, which does not count as zero', () => {
    const { parts } = sparkOf(series, null, 30, 10);
    expect(parts).toEqual([
      [
        { x: 0, y: 10 },
        { x: 10, y: 0 },
      ],
      [{ x: 30, y: 5 }],
    ]);
  });

  it('leaves room for its target, and is in the middle when constant', () => {
    expect(sparkOf(series, 5, 30, 10).target).toBe(0);
    expect(sparkOf([{ value: 4 }], null, 30, 10).parts).toEqual([[{ x: 15, y: 5 }]]);
  });

  it('labels only its ends when the other years have no room', () => {
    const years = (...periods: string[]) => periods.map((period) => ({ period, value: 1 }));
    expect(labelledAt(years('2021', '2022', '2023'), 4)).toEqual([0, 1, 2]);
    expect(labelledAt(years('2019', '2020', '2021', '2022', '2023'), 4)).toEqual([0, 4]);
  });

  it('labels a period once when the series breaks before it, and also one without a value', () => {
    const [first, last] = [
      { period: '2016', value: 1 },
      { period: '2022', value: 2 },
    ];
    expect(labelledAt([first, { period: '2022', value: null }, last], 4)).toEqual([0, 2]);
    expect(labelledAt([first, { period: '2019', value: null }, last], 4)).toEqual([0, 1, 2]);
  });

  it('puts the target’s label where the line does not cross it', () => {
    const at = (...values: number[]) => {
      const { parts, target } = sparkOf(
        values.map((value) => ({ value })),
        0,
        76,
        38,
      );
      return targetNamedAt(parts, target ?? 0, 76, 24);
    };
    expect(at(9, 8, 9, 8, 9)).toBe('start');
    expect(at(9, 1, 9, 8, 9)).toBe('end');
    expect(at(9, 1, 9, 1, 9)).toBeNull();
    expect(at(1, 8, 9, 8, 1)).toBeNull();
  });

  it('moves a figure beyond the target’s line when the two would overlap', () => {
    expect(figureAt({ x: 0, y: 20 }, false, null)).toBeCloseTo(17.4);
    expect(figureAt({ x: 0, y: 20 }, false, 30)).toBeCloseTo(17.4);
    expect(figureAt({ x: 0, y: 20 }, false, 16)).toBeCloseTo(13.4);
    expect(figureAt({ x: 0, y: 20 }, true, 24)).toBeCloseTo(30);
  });

  it('puts the last figure on the side that the line leaves free', () => {
    const belowOf = (...values: (number | null)[]) =>
      isBelowLast(
        sparkOf(
          values.map((value) => ({ value })),
          null,
          30,
          10,
        ).parts,
      );
    expect(belowOf(1, 3)).toBe(false);
    expect(belowOf(3, 1)).toBe(true);
    expect(belowOf(3, null, 1)).toBe(false);
  });
});

it.each([
  ['fi', 'syys 2016'],
  ['sv', 'sep. 2016'],
  ['en', 'Sept 2016'],
] as const)('shortens a month on an axis, in %s', (language, expected) => {
  expect(shortPeriod('2016-09', language)).toBe(expected);
  expect(shortPeriod('2016', language)).toBe('2016');
});

it('shortens the footer’s name and keeps the time of the data', () => {
  expect(footerName('Kouvola', ['Tiedot päivitetty 24.11.2026 klo 15.04'])).toBe('Kouvola');
  const long = footerName('Pohjois-Pohjanmaan yhteistoiminta-alue ja naapurit', [
    'Tiedot päivitetty 24.11.2026 klo 15.04',
  ]);
  expect(long?.endsWith('…')).toBe(true);
  expect(footerName('Yhteistoimintaaluekuntayhtymä', ['x'.repeat(60)])).toBeNull();
});

it('shows a part of the footer whole or not at all', () => {
  const updated = 'Tiedot päivitetty 24.11.2026 klo 15.04';
  expect(footerPart('Kevät 2027: 15/89', [updated])).toBe('Kevät 2027: 15/89');
  expect(footerPart('Hyvinvointisuunnitelman väliarviointi 2027: 15/89', [updated])).toBeNull();
});
