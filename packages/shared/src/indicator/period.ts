/** The kind and length of a period; a series has one form. `years-3` is a range of three years. */
export type PeriodForm = 'year' | 'month' | `years-${number}` | `months-${number}`;

const yearForm = /^\d{4}$/;
const monthForm = /^\d{4}-(0[1-9]|1[0-2])$/;
const yearsForm = /^(\d{4})-(\d{4})$/;
const monthsForm = /^(\d{4}-(?:0[1-9]|1[0-2]))\/(\d{4}-(?:0[1-9]|1[0-2]))$/;

/** A month as a number, counted from year 0. */
const monthAt = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;

/** The form of a stored period; null when the text is not one. */
export function periodForm(period: string): PeriodForm | null {
  if (yearForm.test(period)) return 'year';
  if (monthForm.test(period)) return 'month';
  const [, from = '', to = ''] = yearsForm.exec(period) ?? monthsForm.exec(period) ?? [];
  if (from === '' || to <= from) return null;
  if (from.length === 4) return `years-${Number(to) - Number(from) + 1}`;
  return `months-${monthAt(to) - monthAt(from) + 1}`;
}

export const isPeriod = (period: string): boolean => periodForm(period) !== null;

const spaces = /[\s\u00a0\u202f\u2009]+/gu;
const twoDigits = (month: string) => month.padStart(2, '0');
const dashes = /[‐‑‒–—−]/gu;

/** 2023–2024, 2023-24 and 2023/24 are one school year; 2023/2024 too. */
function yearsOf(text: string): string | null {
  const [, from = '', to = ''] = /^(\d{4})[-/](\d{4}|\d{2})$/.exec(text) ?? [];
  if (from === '') return null;
  const whole = to.length === 4 ? to : from.slice(0, 2) + to;
  // 1999/00 ends in the next century.
  const end = whole <= from && to.length === 2 ? String(Number(whole) + 100) : whole;
  return end > from && Number(end) - Number(from) <= 50 ? `${from}-${end}` : null;
}

const monthOf = (text: string): string | null => {
  const [, month = '', year = ''] = /^(\d{1,2})[/.](\d{4})$/.exec(text) ?? [];
  if (year !== '' && Number(month) >= 1 && Number(month) <= 12) return `${year}-${twoDigits(month)}`;
  // 2022-12 and 2022M12, which Statistics Finland writes; 2023/24 is a school year, and 2010-11 November.
  const [, ofYear = '', inYear = ''] = /^(\d{4})[-M](\d{2})$/i.exec(text) ?? [];
  return ofYear !== '' && Number(inYear) >= 1 && Number(inYear) <= 12 ? `${ofYear}-${inYear}` : null;
};

/** A quarter or a half of a year: 2023Q1, 2023H2. */
function partOf(text: string): string | null {
  const [, year = '', part = '', number = ''] = /^(\d{4})([QH])([1-4])$/i.exec(text) ?? [];
  const length = part.toUpperCase() === 'Q' ? 3 : 6;
  const last = Number(number) * length;
  if (year === '' || last > 12) return null;
  return `${year}-${twoDigits(String(last - length + 1))}/${year}-${twoDigits(String(last))}`;
}

/**
 * Parses a period as people and files write it: 2023, 12/2022, 2022-12, 2022M12, 2023–2024, 2023/24, 1/2022–7/2022,
 * 2022Q1. Returns its stored form; null when the text is not a period.
 */
export function parsePeriod(typed: string): string | null {
  const text = typed.normalize('NFC').trim().replaceAll(dashes, '-').replaceAll(spaces, '');
  if (text.length > 20) return null;
  if (yearForm.test(text)) return text;
  const month = monthOf(text);
  if (month) return month;
  const years = yearsOf(text);
  if (years) return years;
  if (isPeriod(text)) return text;
  const part = partOf(text);
  if (part) return part;
  const [, from, to] = /^(\d{1,2}[/.]\d{4})-(\d{1,2}[/.]\d{4})$/.exec(text) ?? [];
  const range = from && to ? `${monthOf(from)}/${monthOf(to)}` : '';
  return isPeriod(range) ? range : null;
}

/** The first and the last month of a period, as numbers. */
export function spanOf(period: string): { from: number; to: number } {
  const [first = period, last = period] = yearsForm.exec(period)?.slice(1) ?? period.split('/');
  return {
    from: first.length === 4 ? Number(first) * 12 : monthAt(first),
    to: last.length === 4 ? Number(last) * 12 + 11 : monthAt(last),
  };
}

export const startOf = (period: string): number => spanOf(period).from;

/** Oldest first; values without a period come before those with one. */
export function comparePeriods(a: string | null, b: string | null): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? -1 : 1;
  return spanOf(a).to - spanOf(b).to || a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
}
