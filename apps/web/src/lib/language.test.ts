import { describe, expect, it } from 'vitest';
import { chooseLanguage } from './language.ts';
import { localizerOf } from './text.tsx';

describe('the language of the page', () => {
  it.each([
    [{ search: '?lang=sv', stored: 'en', preferred: ['fi'] }, 'sv'],
    [{ search: '?lang=xx', stored: 'en', preferred: ['fi'] }, 'en'],
    [{ search: '', stored: null, preferred: ['de-DE', 'sv-FI', 'fi'] }, 'sv'],
    [{ search: '', stored: 'klingon', preferred: ['de'] }, 'fi'],
    [{ search: '', stored: null, preferred: [] }, 'fi'],
  ] as const)('chooses for %j the language %s', (sources, expected) => {
    expect(chooseLanguage(sources)).toBe(expected);
  });
});

describe('a text of the plan', () => {
  it('falls back to Finnish, marked as such', () => {
    expect(localizerOf('sv').in({ fi: 'Osallisuus' })).toEqual({ children: 'Osallisuus', lang: 'fi' });
    expect(localizerOf('sv').in({ fi: 'Osallisuus', sv: 'Delaktighet' })).toEqual({ children: 'Delaktighet' });
    expect(localizerOf('fi').in({ fi: 'Osallisuus' })).toEqual({ children: 'Osallisuus' });
  });
});
