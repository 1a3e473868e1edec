import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readImportRow, type ImportContext, type ImportRow } from './import-row.ts';
import { indicatorKinds } from '@vointi/shared/indicator/kind.ts';
import { AppError } from '../../platform/app-error.ts';
import { readCsv } from './import-csv.ts';
import { readJsonStat } from './import-json-stat.ts';

const contextOf = (kind: (typeof indicatorKinds)[number]): ImportContext => ({
  indicator: { slug: 'oma', kind, decimals: 1 },
  indicatorOf: () => null,
  areaNamesOf: () => ({ municipality: ['Kouvola', '286'], region: ['Kymenlaakso'] }),
});

/** Every row of a file is accepted or refused with a reason, or the whole file is refused. */
function readAll(read: () => ImportRow[]): number {
  try {
    const rows = read();
    for (const kind of indicatorKinds) {
      for (const row of rows) {
        const found = readImportRow(row, contextOf(kind));
        if (Array.isArray(found)) expect(found.length).toBeGreaterThan(0);
        else expect(JSON.stringify(found)).not.toContain('\\u0000');
      }
    }
    return rows.length;
  } catch (error) {
    expect(error).toBeInstanceOf(AppError);
    return 0;
  }
}

const sign = fc.constantFrom(
  ...';,\t"\n\r\'=+-@. 01259%−–',
  'ä',
  '😀',
  '2023',
  'kaikki',
  'puuttuu',
  'constructor',
  '__proto__',
);
const cell = fc.oneof(
  fc.array(sign, { maxLength: 8 }).map((parts) => parts.join('')),
  fc.string({ maxLength: 20 }),
);

describe('any file', () => {
  it('reads or refuses a CSV file', () => {
    let read = 0;
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('mittari', 'jakso', 'arvo', 'tila', 'kön', 'age group', 'alue', 'muu', '__proto__'), {
          minLength: 1,
          maxLength: 8,
        }),
        fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 6 }),
        (head, rows) => {
          read += readAll(() => readCsv([head, ...rows].map((row) => row.join(';')).join('\n'), 1000).rows);
        },
      ),
      { numRuns: 1000 },
    );
    expect(read).toBeGreaterThan(100);
  });

  const name = fc.constantFrom(
    'period',
    'area',
    'sex',
    'ageGroup',
    'Vuosi',
    'constructor',
    '__proto__',
    'toString',
    'muu',
  );
  const code = fc.constantFrom(
    '2022',
    '2023',
    'all',
    'SSS',
    '1',
    '2',
    '286',
    'constructor',
    '__proto__',
    'hasOwnProperty',
    '\0',
  );
  const dataset = fc
    .array(fc.tuple(name, fc.uniqueArray(code, { minLength: 1, maxLength: 3 })), { minLength: 1, maxLength: 4 })
    .chain((axes) => {
      const count = axes.reduce((product, [, codes]) => product * codes.length, 1);
      return fc.record({
        class: fc.constant('dataset'),
        id: fc.constant(axes.map(([id]) => id)),
        size: fc.oneof(
          { arbitrary: fc.constant(axes.map(([, codes]) => codes.length)), weight: 7 },
          fc.array(fc.nat(5), { maxLength: 4 }),
        ),
        dimension: fc.constant(
          Object.fromEntries(axes.map(([id, codes]) => [id, { label: id, category: { index: codes } }])),
        ),
        value: fc.array(fc.oneof(fc.double(), fc.constant(null), fc.constantFrom('...', '.', '12,5', '')), {
          maxLength: count,
        }),
        status: fc.constantFrom(undefined, '...', { 0: '.', 1: '...' }),
        source: fc.constantFrom(undefined, 'Lähde', 'nolla\0'),
      });
    });

  it('lists the columns that it does not read: unknown, repeated, or filled without a heading', () => {
    const text = 'jakso;Arvot;arvo;;vuosi;kunnan nimi\n2023;9;1;;2024;a;\n2024;9;2;x;2024;a;;liikaa\n';
    expect(readCsv(text, 10).unread).toEqual([
      { at: 2, heading: 'Arvot' },
      { at: 4, heading: '' },
      { at: 5, heading: 'vuosi' },
      { at: 6, heading: 'kunnan nimi' },
      { at: 8, heading: '' },
    ]);
    expect(readCsv('jakso;arvo;\n2023;1;\n', 10).unread).toEqual([]);
    expect(readCsv('mittari;nimi;jakso;alueen nimi;arvo;yksikkö\na;A;2023;Kouvola;1;%\n', 10).unread).toEqual([]);
    expect(readCsv(`jakso;arvo${';muu'.repeat(200)}\n2023;1\n`, 10).unread).toHaveLength(100);
  });

  it('refuses too many rows, also empty ones', () => {
    const few = `jakso;arvo\n2023;1\n${'\n'.repeat(8)}`;
    expect(readCsv(few, 10).rows).toHaveLength(1);
    expect(() => readCsv(`${few}\n\n\n2024;2`, 10)).toThrow(AppError);
  });

  it('reads or refuses a JSON-stat file', () => {
    let read = 0;
    fc.assert(
      fc.property(fc.oneof({ arbitrary: dataset, weight: 7 }, fc.jsonValue()), (value) => {
        read += readAll(() => readJsonStat(JSON.stringify(value), 1000));
      }),
      { numRuns: 1000 },
    );
    expect(read).toBeGreaterThan(30);
  });

  it('refuses a character that cannot be stored, also when it is escaped', () => {
    const text = JSON.stringify({
      id: ['period'],
      size: [1],
      dimension: { period: { category: { index: ['2023'] } } },
      value: [1],
      source: 'nolla\0',
    });
    expect(() => readJsonStat(text, 10)).toThrow(AppError);
  });
});
