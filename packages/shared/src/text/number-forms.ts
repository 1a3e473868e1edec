import { type Language, languageFacts } from './text.ts';

const parts = (language: Language, style: 'decimal' | 'percent') =>
  new Intl.NumberFormat(languageFacts[language].locale, { style, minimumFractionDigits: 1 }).formatToParts(0.5);

/** The separator of a number and the percent sign: none in English, a no-break space in Finnish. */
export const percentSpaceOf = (language: Language): string =>
  parts(language, 'percent').some(({ type }) => type === 'literal') ? '\u00a0' : '';

/** The decimal sign: a comma in Finnish, a point in English. */
export const decimalSignOf = (language: Language): string =>
  parts(language, 'decimal').find(({ type }) => type === 'decimal')?.value ?? '.';
