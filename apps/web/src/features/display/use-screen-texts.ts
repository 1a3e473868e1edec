import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { useLocalizedText } from '../../lib/text.tsx';
import type { ScreenTexts } from './steps/types.ts';

/** The texts that the layout of the show measures. */
export function useScreenTexts(): ScreenTexts {
  const t = useTranslations('display');
  const measure = useTranslations('measure');
  const localize = useLocalizedText();
  return useMemo(
    () => ({
      localize,
      status: (status) => measure(`lower.${status}`),
      changesTitle: t('changesTitle'),
      lateTitle: ({ isLate, count }) => (isLate ? t('late.late', { count }) : t('late.waiting', { count })),
    }),
    [t, measure, localize],
  );
}
