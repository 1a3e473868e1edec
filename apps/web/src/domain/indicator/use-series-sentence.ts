import type { IndicatorHead, IndicatorValue } from '@vointi/shared/indicator/contract.ts';
import type { TrendVerdict } from '@vointi/shared/indicator/trend-contract.ts';
import { useTranslations } from 'use-intl';
import { useLanguage } from '../../lib/intl.tsx';
import { useText } from '../../lib/text.tsx';
import { sayingOf } from './saying.ts';
import { useValueWords } from './use-value-words.ts';
import { valueText } from './value-text.ts';

type Said = Pick<IndicatorHead, 'name' | 'unit' | 'decimals' | 'regionName'> & {
  trend: TrendVerdict;
  latest: IndicatorValue | null;
};

/** What the figures of an indicator say, in one sentence. */
export function useSaying(): (indicator: Said) => string {
  const t = useTranslations('indicatorPage');
  const say = useText();
  const language = useLanguage();
  const { words, who } = useValueWords();
  return ({ name, trend, latest, unit, decimals, regionName }) => {
    const of = trend.basis === 'none' ? latest : trend.series;
    const whose = of ? who(of, regionName) : '';
    const saying = sayingOf(
      { name: whose ? `${say(name)} (${whose})` : say(name), trend, latest, unit, decimals },
      { language, points: t('points'), value: (value) => valueText(value, { unit, decimals }, language, words) },
    );
    return t(`saying.${saying.key}`, saying.values);
  };
}
