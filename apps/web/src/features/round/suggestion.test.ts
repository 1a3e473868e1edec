import { expect, it } from 'vitest';
import { suggestionFor } from './suggestion.ts';

it('in spring it is the spring of the year, three weeks to a Friday', () => {
  expect(suggestionFor('2026-03-02', [])).toEqual({
    name: { fi: 'Kevät 2026', sv: 'Våren 2026', en: 'Spring 2026' },
    periodAssessed: { fi: 'tammi–kesäkuu 2026', sv: 'januari–juni 2026', en: 'January–June 2026' },
    opensOn: '2026-05-04',
    closesOn: '2026-05-29',
  });
});

it('what there is already is not suggested again', () => {
  expect(suggestionFor('2026-03-02', ['Kevät 2026']).name.fi).toBe('Syksy 2026');
  expect(suggestionFor('2026-11-25', ['Kevät 2026', 'Syksy 2026']).name.fi).toBe('Kevät 2027');
});

it('never begins on a day that is past, nor on a weekend, and does not end on a holiday', () => {
  // 28.11.2026 is a Saturday, and three weeks later it is Christmas.
  expect(suggestionFor('2026-11-28', [])).toMatchObject({ opensOn: '2026-11-30', closesOn: '2026-12-23' });
});
