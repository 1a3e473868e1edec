import type { IndicatorSummary } from '@vointi/shared/indicator/read-contract.ts';
import type { Language } from '../../../lib/language.ts';
import { periodText, valueText, type ValueTexts } from '../../../domain/indicator/value-text.ts';

/** The latest figure with its period; null when there is none. */
export function latestText(
  { latest, unit, decimals }: Pick<IndicatorSummary, 'latest' | 'unit' | 'decimals'>,
  language: Language,
  texts: ValueTexts,
): string | null {
  if (!latest || latest.kind === 'missing') return null;
  const text = valueText(latest, { unit, decimals }, language, texts);
  return latest.period === null ? text : `${text} (${periodText(latest.period, language)})`;
}
