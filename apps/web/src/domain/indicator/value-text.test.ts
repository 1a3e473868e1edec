import type { IndicatorValue } from '@vointi/shared/indicator/contract.ts';
import { describe, expect, it } from 'vitest';
import { periodText, valueText, type ValueTexts } from './value-text.ts';
import { ofEverybody } from '@vointi/shared/indicator/testing/of-everybody.ts';

const texts: ValueTexts = {
  missing: 'ei lukua',
  suppressed: 'salattu',
  yes: 'kyllä',
  no: 'ei',
  trend: { up: 'kasvaa', flat: 'ennallaan', down: 'laskee' },
};
const at = { period: '2023', ...ofEverybody } as const;
const percent = { unit: { fi: '%' }, decimals: 1 };
const people = { unit: { fi: 'hlö', en: 'people' }, decimals: 0 };
const plain = { unit: null, decimals: 0 };
// Treats all non-breaking spaces alike.
const spaced = (text: string) => text.replaceAll(/\s/g, ' ');

describe('numbers', () => {
  const number = (value: number): IndicatorValue => ({ kind: 'number', value, ...at });

  it('uses a decimal comma in Finnish and Swedish, a point in English', () => {
    expect(spaced(valueText(number(10.7), percent, 'fi', texts))).toBe('10,7 %');
    expect(spaced(valueText(number(10.7), percent, 'sv', texts))).toBe('10,7 %');
    expect(valueText(number(10.7), percent, 'en', texts)).toBe('10.7%');
    const ofForce = { unit: { fi: '% työvoimasta', en: '% of the labour force' }, decimals: 1 };
    expect(valueText(number(10.7), ofForce, 'en', texts)).toBe('10.7% of the labour force');
  });

  it('keeps the decimals of its indicator', () => {
    expect(spaced(valueText(number(11), percent, 'fi', texts))).toBe('11,0 %');
  });

  it('groups digits, with the unit in the language or in Finnish', () => {
    expect(spaced(valueText(number(2050), people, 'fi', texts))).toBe('2 050 hlö');
    expect(spaced(valueText(number(2050), people, 'sv', texts))).toBe('2 050 hlö');
    expect(valueText(number(350), people, 'en', texts)).toMatch(/^350\speople$/);
  });

  it('never breaks between figure and unit', () => {
    expect(valueText(number(350), people, 'fi', texts)).not.toContain(' ');
  });

  it('writes a minus sign in every language, not a hyphen', () => {
    expect(spaced(valueText(number(-50), percent, 'fi', texts))).toBe('−50,0 %');
    expect(valueText(number(-50), percent, 'en', texts)).toBe('−50.0%');
  });

  it('shows zero as a value', () => {
    expect(valueText(number(0), plain, 'fi', texts)).toBe('0');
  });
});

describe('other kinds', () => {
  it.each([
    [{ kind: 'missing', ...at }, 'ei lukua'],
    [{ kind: 'suppressed', ...at }, 'salattu'],
    [{ kind: 'yes_no', value: true, ...at }, 'kyllä'],
    [{ kind: 'yes_no', value: false, ...at }, 'ei'],
    [{ kind: 'trend', value: 'down', ...at }, 'laskee'],
    [{ kind: 'milestone', value: '2023-06', ...at }, 'kesäkuu 2023'],
    [{ kind: 'text', value: { fi: 'Luotu' }, ...at }, 'Luotu'],
  ] as const)('%o reads %s', (value, text) => {
    expect(valueText(value, plain, 'fi', texts)).toBe(text);
  });
});

describe('periods', () => {
  it.each([
    ['2023', 'fi', '2023'],
    ['2022-12', 'fi', 'joulukuu 2022'],
    ['2022-12', 'sv', 'december 2022'],
    ['2022-12', 'en', 'December 2022'],
    ['2021-2023', 'fi', '2021–2023'],
    ['2022-01/2022-07', 'fi', 'tammikuu 2022 – heinäkuu 2022'],
    ['2024-06-05', 'fi', '05.06.2024'],
    ['kevät 2024', 'fi', 'kevät 2024'],
  ] as const)('%s in %s reads %s', (period, language, text) => {
    expect(periodText(period, language)).toBe(text);
  });
});
