import { parsePeriod } from '@vointi/shared/indicator/period.ts';
import { useTranslations } from 'use-intl';

/** A period that somebody types: 2024, 12/2024, 2023–2024. */
export function usePeriodRule() {
  const form = useTranslations('form');
  const grid = useTranslations('grid');
  return {
    validate: (text: string): true | string => {
      if (text.trim() === '') return form('required');
      return parsePeriod(text) !== null || grid('addPeriodWrong');
    },
  };
}
