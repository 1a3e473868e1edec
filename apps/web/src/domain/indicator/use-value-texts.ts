import type { IndicatorValue } from '@vointi/shared/indicator/contract.ts';
import type { Text } from '@vointi/shared/text/text.ts';
import { useTranslations } from 'use-intl';
import { useLocalizedText } from '../../lib/text.tsx';
import { useAgeGroupWord } from '../measure/text.ts';
import type { ValueTexts } from './value-text.ts';

type ValueFormat = {
  texts: ValueTexts;
  who: (value: Pick<IndicatorValue, 'ageGroup' | 'sex' | 'area'>, regionName?: Text | null) => string;
};

/** Texts for values, and the group that a value concerns when it is not the whole municipality. */
export function useValueTexts(): ValueFormat {
  const t = useTranslations('indicator');
  const localize = useLocalizedText();
  const ageGroup = useAgeGroupWord();
  return {
    texts: {
      missing: t('missing'),
      suppressed: t('suppressed'),
      yes: t('yes'),
      no: t('no'),
      trend: { up: t('trend.up'), flat: t('trend.flat'), down: t('trend.down') },
    },
    who: (value, regionName) =>
      [
        value.ageGroup && ageGroup(value.ageGroup),
        value.sex && t(`sex.${value.sex}`),
        value.area !== 'municipality' &&
          (value.area === 'region' && regionName ? localize(regionName) : t(`area.${value.area}`)),
      ]
        .filter(Boolean)
        .join(', '),
  };
}
