import { languageFacts, type Language } from './language.ts';
import { useLanguage } from './intl.tsx';

const zone = 'Europe/Helsinki';

type When = string | number | Date;

export type Format = {
  /** 24.11.2026 */
  date: (when: When) => string;
  /** The last day before `end`, which is midnight. */
  lastDay: (end: string) => string;
  /** 18.6., 18.6 in Swedish, 18 June in English */
  dayMonth: (when: When) => string;
  /** 15.04, 2.16; 15:04 and 02:16 in English */
  time: (when: When) => string;
  /** 24.11.2026 klo 15.04 */
  dateTime: (when: When) => string;
  /** 2 050; 10,7 with one decimal; 10.7 in English */
  number: (value: number, decimals?: number) => string;
  /** +3, −2, 0 */
  change: (value: number) => string;
  list: (items: readonly string[]) => string;
};

const numbers = new Map<string, Intl.NumberFormat>();

function numberFormat(locale: string, decimals: number): Intl.NumberFormat {
  const key = `${locale}/${decimals}`;
  const known = numbers.get(key);
  if (known) return known;
  const made = new Intl.NumberFormat(locale, { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  numbers.set(key, made);
  return made;
}

function makeFormat(language: Language): Format {
  const { locale, at, minutes } = languageFacts[language];
  const day = new Intl.DateTimeFormat('en-GB', { day: '2-digit', month: '2-digit', year: 'numeric', timeZone: zone });
  const hour = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: zone });
  const dayMonth = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: minutes === ':' ? 'long' : 'numeric',
    timeZone: zone,
  });
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  const date = (when: When) => day.format(new Date(when)).replaceAll('/', '.');
  const time = (when: When) => {
    const text = hour.format(new Date(when));
    return minutes === ':' ? text : text.replace(':', minutes).replace(/^0/, '');
  };
  const number = (value: number, decimals = 0) => numberFormat(locale, decimals).format(value);
  return {
    date,
    dayMonth: (when) => dayMonth.format(new Date(when)),
    lastDay: (end) => date(Date.parse(end) - 1),
    time,
    dateTime: (when) => `${date(when)}${at}${time(when)}`,
    number,
    change: (value) => (value === 0 ? '0' : `${value > 0 ? '+' : '−'}${number(Math.abs(value))}`),
    list: (items) => list.format(items),
  };
}

const formats = new Map<Language, Format>();

/** Formats dates in Helsinki's time in every time zone: a round closes at one moment for everybody. */
export function formatIn(language: Language): Format {
  const known = formats.get(language);
  if (known) return known;
  const made = makeFormat(language);
  formats.set(language, made);
  return made;
}

export const useFormat = (): Format => formatIn(useLanguage());
