import type { Indicator, IndicatorValue } from '@vointi/shared/indicator/contract.ts';
import type { Trend } from '@vointi/shared/indicator/kind.ts';
import { formatIn } from '../../lib/format.ts';
import { percentSpaceOf } from '@vointi/shared/text/number-forms.ts';
import { languageFacts, type Language } from '../../lib/language.ts';
import { localizerOf } from '../../lib/text.tsx';

/** Interface texts that a value may need. */
export type ValueTexts = { missing: string; suppressed: string; yes: string; no: string; trend: Record<Trend, string> };

const noBreak = '\u00a0';

/** Formats a year, a month or a range; returns anything else unchanged. */
export function periodText(period: string, language: Language): string {
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(period)) {
    const form = new Intl.DateTimeFormat(languageFacts[language].locale, {
      month: 'long',
      year: 'numeric',
      timeZone: 'UTC',
    });
    return form.format(new Date(`${period}-01T00:00:00Z`));
  }
  if (/^\d{4}-\d{2}\/\d{4}-\d{2}$/.test(period))
    return period
      .split('/')
      .map((month) => periodText(month, language))
      .join(' – ');
  if (/^\d{4}-\d{2}-\d{2}$/.test(period)) return formatIn(language).date(`${period}T12:00:00Z`);
  return period.replace(/^(\d{4})[-–](\d{4})$/, '$1–$2');
}

function unitText(unit: Indicator['unit'], language: Language): string {
  if (!unit) return '';
  const text = localizerOf(language)(unit);
  return (text.startsWith('%') ? percentSpaceOf(language) : noBreak) + text;
}

type Unit = Pick<Indicator, 'unit' | 'decimals'>;

/** A figure with the decimals and the unit of its indicator. */
export const numberText = (value: number, { unit, decimals }: Unit, language: Language): string =>
  formatIn(language).number(value, decimals).replace('-', '−') + unitText(unit, language);

/** One value as text. A missing value says so; zero is a value. */
export function valueText(value: IndicatorValue, unit: Unit, language: Language, texts: ValueTexts): string {
  switch (value.kind) {
    case 'number':
      return numberText(value.value, unit, language);
    case 'yes_no':
      return value.value ? texts.yes : texts.no;
    case 'milestone':
      return periodText(value.value, language);
    case 'trend':
      return texts.trend[value.value];
    case 'text':
      return localizerOf(language)(value.value);
    case 'missing':
      return texts.missing;
    case 'suppressed':
      return texts.suppressed;
  }
}
