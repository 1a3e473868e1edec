import type { IndicatorSummary } from '@vointi/shared/indicator/read-contract.ts';
import type { Language } from '../../../lib/language.ts';
import { periodText, valueText, type ValueWords } from '../../../domain/indicator/value-text.ts';

/** The latest figure with its period; null where there is none. */
export function latestWords(
  { latest, unit, decimals }: Pick<IndicatorSummary, 'latest' | 'unit' | 'decimals'>,
  language: Language,
  words: ValueWords,
): string | null {
  if (!latest || latest.kind === 'missing') return null;
  const said = valueText(latest, { unit, decimals }, language, words);
  return latest.period === null ? said : `${said} (${periodText(latest.period, language)})`;
}
