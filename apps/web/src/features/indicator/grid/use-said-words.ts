import { useTranslations } from 'use-intl';
import { useLocalizedText } from '../../../lib/text.tsx';
import type { Said } from './draft.ts';

/** What is said of a value beside it, in a few words; empty when nothing is. */
export function useSaidWords(): (said: Said) => string {
  const t = useTranslations('grid.said');
  const localize = useLocalizedText();
  return ({ source, licence, note, isUncertain }) =>
    [
      source && `${t('source')}: ${localize(source)}`,
      licence && `${t('licence')}: ${licence}`,
      note && `${t('note')}: ${localize(note)}`,
      isUncertain && t('uncertain'),
    ]
      .filter(Boolean)
      .join(', ');
}
