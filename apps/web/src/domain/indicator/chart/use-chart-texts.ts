import type { Indicator } from '@vointi/shared/indicator/contract.ts';
import type { Text } from '@vointi/shared/text/text.ts';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { formatIn } from '../../../lib/format.ts';
import { useLanguage } from '../../../lib/intl.tsx';
import { localizerOf } from '../../../lib/text.tsx';
import { useAgeGroupWord } from '../../measure/text.ts';
import { numberText, periodText } from '../value-text.ts';
import type { Who } from './model.ts';

/** The properties of an indicator by which a chart formats figures. */
export type ChartIndicator = Pick<Indicator, 'unit' | 'decimals' | 'regionName'> & { municipalityName?: Text };

export type ChartTexts = {
  unit: string;
  /** With its unit: 10,7 % */
  value: (value: number) => string;
  /** For an axis: no trailing zeros. */
  tick: (value: number) => string;
  period: (period: string) => string;
  who: (who: Who) => string;
};

/** Texts of a chart in the page's language. */
export function useChartTexts({ unit, decimals, regionName, municipalityName }: ChartIndicator): ChartTexts {
  const t = useTranslations('indicator');
  const language = useLanguage();
  const ageGroup = useAgeGroupWord();
  return useMemo(() => {
    const localize = localizerOf(language);
    const format = formatIn(language);
    const area = (of: Who['area']) => {
      const name = { municipality: municipalityName, region: regionName, country: null }[of];
      if (name) return localize(name);
      return t(`area.${of}`);
    };
    return {
      unit: unit ? localize(unit) : '',
      value: (value) => numberText(value, { unit, decimals }, language),
      tick: (value) => {
        const fraction = String(value).split('.')[1]?.length ?? 0;
        return format.number(value, Math.min(fraction, 3)).replace('-', '−');
      },
      period: (period) => periodText(period, language),
      who: (who) => {
        const parts = [
          who.ageGroup && ageGroup(who.ageGroup),
          who.sex && t(`sex.${who.sex}`),
          who.area !== 'municipality' && area(who.area),
        ].filter(Boolean);
        return parts.length === 0 ? area('municipality') : parts.join(', ');
      },
    };
  }, [unit, decimals, regionName, municipalityName, t, language, ageGroup]);
}
