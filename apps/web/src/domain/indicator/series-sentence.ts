import type { Indicator, IndicatorValue } from '@vointi/shared/indicator/contract.ts';
import type { TrendVerdict } from '@vointi/shared/indicator/trend-contract.ts';
import type { Language } from '../../lib/language.ts';
import { numberText, periodText } from './value-text.ts';

type Measured = Pick<Indicator, 'unit' | 'decimals'>;

/** A sentence: its locale key and values. */
export type SeriesSentence =
  | { key: 'none'; values: { name: string } }
  | { key: 'value'; values: { name: string; value: string; period: string } }
  | { key: 'undated'; values: { name: string; value: string } }
  | { key: 'stated'; values: { name: string; move: string; period: string } }
  | { key: 'statedUndated'; values: { name: string; move: string } }
  | {
      key: 'series';
      values: {
        name: string;
        move: string;
        change: string;
        value: string;
        period: string;
        extreme: string;
        since: string;
      };
    };

/** A difference with its unit: percentage points between two shares. */
function changeText(change: number, { unit, decimals }: Measured, language: Language, points: string): string {
  const size = Math.abs(change);
  return unit?.fi.startsWith('%')
    ? `${numberText(size, { unit: null, decimals }, language)}\u00a0${points}`
    : numberText(size, { unit, decimals }, language);
}

type SeriesToDescribe = Measured & { name: string; trend: TrendVerdict; latest: IndicatorValue | null };
type SentenceTexts = { language: Language; value: (value: IndicatorValue) => string; points: string };

/** The sentence that tells what a series shows, as the title of its chart. */
export function seriesSentence(
  { name, trend, latest, ...measured }: SeriesToDescribe,
  { language, value, points }: SentenceTexts,
): SeriesSentence {
  if (trend.basis === 'series') {
    const { move, change, latest: last, extreme, since } = trend;
    return {
      key: 'series',
      values: {
        name,
        move,
        change: changeText(change, measured, language, points),
        value: numberText(last.value, measured, language),
        period: periodText(last.period, language),
        extreme: extreme ?? 'none',
        since: periodText(since, language),
      },
    };
  }
  if (trend.basis === 'stated') {
    const { move, period } = trend;
    return period === null
      ? { key: 'statedUndated', values: { name, move } }
      : { key: 'stated', values: { name, move, period: periodText(period, language) } };
  }
  if (!latest || latest.kind === 'missing') return { key: 'none', values: { name } };
  const text = value(latest);
  return latest.period === null
    ? { key: 'undated', values: { name, value: text } }
    : { key: 'value', values: { name, value: text, period: periodText(latest.period, language) } };
}
