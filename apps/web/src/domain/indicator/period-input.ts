import { parsePeriod } from '@vointi/shared/indicator/period.ts';
import { useTranslations } from 'use-intl';

/** A stored period as people type it: 2023, 12/2022, 2023–2024, 1/2022–7/2022. */
export function periodInputText(period: string): string {
  const month = (text: string) => text.replace(/^(\d{4})-(0?)(\d{1,2})$/, '$3/$1');
  if (/^\d{4}-\d{4}$/.test(period)) return period.replace('-', '–');
  return period.split('/').map(month).join('–');
}

/** Validates a period that somebody types: 2024, 12/2024, 2023–2024. */
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
