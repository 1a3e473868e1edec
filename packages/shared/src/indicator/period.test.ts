import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparePeriods, isPeriod, parsePeriod, periodForm } from './period.ts';

describe('a period', () => {
  it.each([
    ['2023', '2023'],
    [' 2023 ', '2023'],
    ['12/2022', '2022-12'],
    ['1/2022', '2022-01'],
    ['12.2022', '2022-12'],
    ['2022-12', '2022-12'],
    ['2022M12', '2022-12'],
    ['2022–12', '2022-12'],
    ['2023–2024', '2023-2024'],
    ['2023/24', '2023-2024'],
    ['2023-24', '2023-2024'],
    ['2023/2024', '2023-2024'],
    ['2023 – 2024', '2023-2024'],
    ['1999/00', '1999-2000'],
    ['2000-2002', '2000-2002'],
    ['1/2022–7/2022', '2022-01/2022-07'],
    ['2022-01/2022-07', '2022-01/2022-07'],
    ['2023Q1', '2023-01/2023-03'],
    ['2023Q4', '2023-10/2023-12'],
    ['2023H2', '2023-07/2023-12'],
  ])('parses %s as %s', (typed, period) => {
    expect(parsePeriod(typed)).toBe(period);
    expect(isPeriod(period)).toBe(true);
  });

  it.each([
    '',
    'kevät',
    '23',
    '13/2022',
    '0/2022',
    '2022-13',
    '2024-2023',
    '2024–2024',
    '2023Q5',
    '2023H3',
    '2022-12-01',
    '99999',
    '12/22',
    '7/2022–1/2022',
  ])('refuses %j', (typed) => {
    expect(parsePeriod(typed)).toBeNull();
  });

  it('reads 2010-11 as November, 2010/11 as a school year', () => {
    expect([parsePeriod('2010-11'), parsePeriod('2010/11')]).toEqual(['2010-11', '2010-2011']);
  });

  it('parses any text as a period or null, and a stored period as itself', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[0-9/.\-–QHM ]{0,15}$/)), (typed) => {
        const period = parsePeriod(typed);
        if (period === null) return;
        expect(periodForm(period)).not.toBeNull();
        expect(parsePeriod(period)).toBe(period);
      }),
      { numRuns: 2000 },
    );
  });
});

it('gives ranges of equal length the same form', () => {
  const forms = ['2023', '2022-12', '2018-2020', '2018-2019', '2022-01/2022-03', '2022-11/2023-01', '2022-01/2022-06'];
  expect(forms.map(periodForm)).toEqual(['year', 'month', 'years-3', 'years-2', 'months-3', 'months-3', 'months-6']);
});

it('sorts periods by their end, and a missing one first', () => {
  const sorted = [null, '2021-2022', '2022-01/2022-06', '2022-11', '2022-12', '2022', '2023'];
  expect([...sorted].toReversed().toSorted(comparePeriods)).toEqual([
    null,
    '2022-01/2022-06',
    '2022-11',
    '2022',
    '2022-12',
    '2021-2022',
    '2023',
  ]);
});
