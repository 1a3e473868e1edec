import type { IndicatorHead, IndicatorValue } from '@vointi/shared/indicator/contract.ts';
import type { TrendVerdict } from '@vointi/shared/indicator/trend-contract.ts';
import { useTranslations } from 'use-intl';
import { useLanguage } from '../../lib/intl.tsx';
import { useLocalizedText } from '../../lib/text.tsx';
import { seriesSentence } from './series-sentence.ts';
import { useValueTexts } from './use-value-texts.ts';
import { valueText } from './value-text.ts';

type MeasuredIndicator = Pick<IndicatorHead, 'name' | 'unit' | 'decimals' | 'regionName'> & {
  trend: TrendVerdict;
  latest: IndicatorValue | null;
};

/** Tells in one sentence what an indicator's figures show. */
export function useSeriesSentence(): (indicator: MeasuredIndicator) => string {
  const t = useTranslations('indicatorPage');
  const localize = useLocalizedText();
  const language = useLanguage();
  const { texts, who } = useValueTexts();
  return ({ name, trend, latest, unit, decimals, regionName }) => {
    const of = trend.basis === 'none' ? latest : trend.series;
    const whose = of ? who(of, regionName) : '';
    const sentence = seriesSentence(
      { name: whose ? `${localize(name)} (${whose})` : localize(name), trend, latest, unit, decimals },
      { language, points: t('points'), value: (value) => valueText(value, { unit, decimals }, language, texts) },
    );
    return t(`saying.${sentence.key}`, sentence.values);
  };
}
