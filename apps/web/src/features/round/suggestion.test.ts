import { expect, it } from 'vitest';
import { suggestionFor } from './suggestion.ts';

it('suggests the spring round in spring, for three weeks and until a Friday', () => {
  expect(suggestionFor('2026-03-02', [])).toEqual({
    name: { fi: 'Kevät 2026', sv: 'Våren 2026', en: 'Spring 2026' },
    periodAssessed: { fi: 'tammi–kesäkuu 2026', sv: 'januari–juni 2026', en: 'January–June 2026' },
    opensOn: '2026-05-04',
    closesOn: '2026-05-29',
  });
});

it('does not suggest a name that exists', () => {
  expect(suggestionFor('2026-03-02', ['Kevät 2026']).name.fi).toBe('Syksy 2026');
  expect(suggestionFor('2026-11-25', ['Kevät 2026', 'Syksy 2026']).name.fi).toBe('Kevät 2027');
});

it.each([
  ['a Tuesday', '2026-12-01', '2026-12-02'],
  ['a Friday', '2026-11-27', '2026-11-30'],
  ['the usual first day', '2026-11-02', '2026-11-03'],
  ['the day before Christmas Eve', '2026-12-23', '2026-12-28'],
  ['the last day of the year', '2027-12-31', '2028-01-03'],
  ['the last day of February', '2028-02-29', '2028-05-04'],
])('begins on a workday after today when today is %s, %s', (_name, today, opensOn) => {
  expect(suggestionFor(today, []).opensOn).toBe(opensOn);
});

it('begins after today on every day of ten years', () => {
  for (let day = Date.parse('2024-01-01'); day < Date.parse('2034-01-01'); day += 86_400_000) {
    const today = new Date(day).toISOString().slice(0, 10);
    if (suggestionFor(today, []).opensOn <= today) expect.fail(today);
  }
});

it('never begins on a day that is past, nor on a weekend, and does not end on a holiday', () => {
  // 28.11.2026 is a Saturday, and three weeks later it is Christmas.
  expect(suggestionFor('2026-11-28', [])).toMatchObject({ opensOn: '2026-11-30', closesOn: '2026-12-23' });
});
