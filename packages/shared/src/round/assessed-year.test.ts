import { expect, it } from 'vitest';
import { assessedYearOf, roundLabelsOf } from './assessed-year.ts';

const closesAt = '2027-06-18T21:00:00.000Z';
const round = (slug: string, period: string) => ({
  slug,
  name: { fi: `Kierros ${slug}` },
  periodAssessed: { fi: period },
  closesAt,
});

it.each([
  ['2023', 2023],
  ['tammi–toukokuu 2026', 2026],
  ['vuodet 2024–2025', 2025],
  ['lukuvuosi 2025-2026', 2026],
  ['Tammi–syyskuu', 2027],
  ['ryhmä 12034', 2027],
])('reads the year of %s', (period, year) => {
  expect(assessedYearOf(round('a', period))).toBe(year);
});

it('does not know the year of a round without dates and years', () => {
  expect(assessedYearOf({ periodAssessed: { fi: 'alku' }, closesAt: null })).toBeNull();
});

it('names lights after the year, and after the round where two assessed the same year', () => {
  const labels = roundLabelsOf([round('a', '2023'), round('b', 'kevät 2026'), round('c', 'syksy 2026')]);
  expect([...labels]).toEqual([
    ['a', { fi: '2023' }],
    ['b', { fi: 'Kierros b' }],
    ['c', { fi: 'Kierros c' }],
  ]);
});
