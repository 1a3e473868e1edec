import { useTranslations } from 'use-intl';
import { useText } from '../../../lib/text.tsx';
import type { Said } from './draft.ts';

/** What is said of a value beside it, in a few words; empty when nothing is. */
export function useSaidWords(): (said: Said) => string {
  const t = useTranslations('grid.said');
  const say = useText();
  return ({ source, licence, note, isUncertain }) =>
    [
      source && `${t('source')}: ${say(source)}`,
      licence && `${t('licence')}: ${licence}`,
      note && `${t('note')}: ${say(note)}`,
      isUncertain && t('uncertain'),
    ]
      .filter(Boolean)
      .join(', ');
}
