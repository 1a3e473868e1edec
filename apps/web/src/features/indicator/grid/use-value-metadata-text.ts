import { useTranslations } from 'use-intl';
import { useLocalizedText } from '../../../lib/text.tsx';
import type { ValueMetadata } from './draft.ts';

/** Summarizes the metadata of a value in one line; empty when it has none. */
export function useValueMetadataText(): (metadata: ValueMetadata) => string {
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
