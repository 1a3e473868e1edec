import type { IndicatorKind, Trend } from './kind.ts';
import { isCalendarDate } from '../text/calendar.ts';
import { decimalSignOf } from '../text/number-forms.ts';
import { languageFacts, type Language } from '../text/text.ts';
import type { FigureValue } from '../report/contract.ts';

/** Why a text is not a value. ambiguous: 2.050, which may mean two thousand or two. */
export const figureReasons = [
  'empty',
  'not_a_number',
  'ambiguous',
  'too_many_decimals',
  'out_of_range',
  'not_yes_no',
  'not_a_month_or_day',
  'no_such_date',
  'not_a_trend',
  'too_long',
] as const;
export type FigureReason = (typeof figureReasons)[number];
export type ParsedFigure = { value: FigureValue; reason?: never } | { value?: never; reason: FigureReason };

const maxSize = 1e12;
const spaces = '[ \\u00a0\\u202f\\u2009]';
const noBreak = '\u00a0';

const signed = String.raw`([-−–])?${spaces}?`;
const whole = String.raw`(\d{1,3}(?:${spaces}\d{3})+|\d+)`;
const unit = String.raw`(?:${spaces}*(%|€|\p{L}[\p{L}.²³]*[23]?(?:[ /]\p{L}[\p{L}.]*)?))?`;
const numberForm = new RegExp(String.raw`^${signed}${whole}(?:([.,])(\d+))?${unit}$`, 'u');
/** English or German notation, which a Finnish reader may take for another number. */
const foreignForm = new RegExp(
  String.raw`^${signed}\d{1,3}(?:[.,]\d{3})+[.,]\d+${unit}$|^${signed}\d{1,3}(?:[.,]\d{3}){2,}${unit}$`,
  'u',
);
/** A multiplier after a number: "2 tuhatta", "1E3". */
const multiplier =
  /^(?:e\d|tuha|milj|mrd|milli|miljard|billi|tusen|thou|hund|sata|satoja|dus|doz|t€|k€|m€|k$|m$|t$|prom)/iu;

function parseNumber(text: string, decimals: number): ParsedFigure {
  if (foreignForm.test(text)) return { reason: 'ambiguous' };
  const match = numberForm.exec(text);
  if (!match || multiplier.test(match[5] ?? '')) return { reason: 'not_a_number' };
  const [, sign, digits = '', , fraction = ''] = match;
  // A separator before three digits may separate thousands.
  if (fraction.length === 3 && decimals < 3 && /^[1-9]\d{0,2}$/.test(digits)) return { reason: 'ambiguous' };
  const significant = fraction.replace(/0+$/, '');
  if (significant.length > decimals) return { reason: 'too_many_decimals' };
  const size = Number(`${digits.replaceAll(new RegExp(spaces, 'g'), '')}.${significant || '0'}`);
  if (size > maxSize) return { reason: 'out_of_range' };
  return { value: { kind: 'number', value: sign && size !== 0 ? -size : size } };
}

const answers = new Map<string, boolean>([
  ...['kyllä', 'kylla', 'k', 'joo', 'on', 'ja', 'j', 'yes', 'y'].map((word) => [word, true] as const),
  ...['ei', 'e', 'nej', 'n', 'no'].map((word) => [word, false] as const),
]);

const monthForm = /^(\d{1,2})[/.](\d{4})$/;
const dayForm = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/;
const isoForm = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/;

function parseMilestone(text: string): ParsedFigure {
  const iso = isoForm.exec(text);
  const [day, month, year] = iso
    ? [iso[3], iso[2], iso[1]]
    : (dayForm.exec(text)?.slice(1) ?? [undefined, ...(monthForm.exec(text)?.slice(1) ?? [])]);
  if (year === undefined || month === undefined) return { reason: 'not_a_month_or_day' };
  const value = [year, month, ...(day === undefined ? [] : [day])].map((part) => part.padStart(2, '0')).join('-');
  return isCalendarDate(value) ? { value: { kind: 'milestone', value } } : { reason: 'no_such_date' };
}

const trendWords: Record<Trend, string> = {
  up: 'kasvaa kasvussa kasvoi nousee nousussa nousi lisääntyy lisääntyi ylös ökar ökade stiger upp uppåt up rising rises increasing increases growing ↑ ↗ ⬆ +',
  flat: 'ennallaan sama samana vakaa vakaana oförändrad oförändrat samma stabil stabilt unchanged flat same stable steady → ➡ =',
  down: 'laskee laskussa laski vähenee väheni pienenee alas minskar minskade sjunker ner ned nedåt down falling falls decreasing decreases ↓ ↘ ⬇ - −',
};
const trendOf = new Map(
  Object.entries(trendWords).flatMap(([trend, words]) => words.split(' ').map((word) => [word, trend as Trend])),
);

/** Parses a text as a value of the kind. @param decimals most decimals of a number */
export function parseFigure(kind: IndicatorKind, input: string, decimals: number): ParsedFigure {
  const text = input.normalize('NFC').trim();
  if (text === '') return { reason: 'empty' };
  if (kind === 'text') return text.length > 500 ? { reason: 'too_long' } : { value: { kind, value: text } };
  if (text.length > 60) return { reason: 'too_long' };
  if (kind === 'number') return parseNumber(text, decimals);
  if (kind === 'milestone') return parseMilestone(text);
  const word = text.toLowerCase().replace(/[\ufe0e\ufe0f.!]+$/, '');
  if (kind === 'yes_no') {
    const value = answers.get(word);
    return value === undefined ? { reason: 'not_yes_no' } : { value: { kind, value } };
  }
  const trend = trendOf.get(word);
  return trend === undefined ? { reason: 'not_a_trend' } : { value: { kind, value: trend } };
}

function numberText(value: number, language: Language): string {
  // Up to 1e12 toFixed writes no exponent; six decimals are the maximum of an indicator.
  const [digits = '', fraction] = Math.abs(value)
    .toFixed(6)
    .replace(/\.?0+$/, '')
    .split('.');
  const grouped = digits.replaceAll(/\B(?=(\d{3})+$)/g, noBreak);
  const sign = value < 0 ? '−' : '';
  return sign + grouped + (fraction === undefined ? '' : decimalSignOf(language) + fraction);
}

/** A value as a person types it; `parseFigure` reads the same value back. */
export function formatFigure(figure: FigureValue, language: Language): string {
  switch (figure.kind) {
    case 'number':
      return numberText(figure.value, language);
    case 'yes_no':
      return languageFacts[language][figure.value ? 'yes' : 'no'];
    case 'milestone': {
      const [year, month, day] = figure.value.split('-');
      return day === undefined ? `${month}/${year}` : `${day}.${month}.${year}`;
    }
    case 'trend':
      return languageFacts[language][figure.value];
    case 'text':
      return figure.value;
  }
}
