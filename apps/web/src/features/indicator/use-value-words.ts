import type { IndicatorValue } from '@vointi/shared/indicator/contract.ts';
import { useTranslations } from 'use-intl';
import { useAgeGroupWord } from '../measure/words.ts';
import type { ValueWords } from './value-text.ts';

type Given = { words: ValueWords; who: (value: IndicatorValue) => string };

/** The words of values, and whom a value concerns where that is narrower than the municipality. */
export function useValueWords(): Given {
  const t = useTranslations('indicator');
  const ageGroup = useAgeGroupWord();
  return {
    words: {
      missing: t('missing'),
      yes: t('yes'),
      no: t('no'),
      trend: { up: t('trend.up'), flat: t('trend.flat'), down: t('trend.down') },
    },
    who: (value) =>
      [
        value.ageGroup && ageGroup(value.ageGroup),
        value.sex && t(`sex.${value.sex}`),
        value.area !== 'municipality' && t(`area.${value.area}`),
      ]
        .filter(Boolean)
        .join(', '),
  };
}
