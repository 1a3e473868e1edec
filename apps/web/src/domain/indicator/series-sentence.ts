import type { Indicator, IndicatorValue } from '@vointi/shared/indicator/contract.ts';
import type { TrendVerdict } from '@vointi/shared/indicator/trend-contract.ts';
import type { Language } from '../../lib/language.ts';
import { numberText, periodText } from './value-text.ts';

type Measured = Pick<Indicator, 'unit' | 'decimals'>;

/** A sentence by its key and what stands in it: its words are in the locales. */
export type Saying =
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

/** The unit of a difference: between two shares it is percentage points. */
function changeText(change: number, { unit, decimals }: Measured, language: Language, points: string): string {
  const size = Math.abs(change);
  return unit?.fi.startsWith('%')
    ? `${numberText(size, { unit: null, decimals }, language)}\u00a0${points}`
    : numberText(size, { unit, decimals }, language);
}

type Given = Measured & { name: string; trend: TrendVerdict; latest: IndicatorValue | null };
type Words = { language: Language; value: (value: IndicatorValue) => string; points: string };

/** What a series of figures says, as the title of its chart. No direction where the rule gives none. */
export function sayingOf({ name, trend, latest, ...measured }: Given, { language, value, points }: Words): Saying {
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
  const said = value(latest);
  return latest.period === null
    ? { key: 'undated', values: { name, value: said } }
    : { key: 'value', values: { name, value: said, period: periodText(latest.period, language) } };
}
