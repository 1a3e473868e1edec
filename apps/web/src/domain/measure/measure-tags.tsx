import type { BoardMeasure } from '@vointi/shared/plan/contract.ts';
import { useTranslations } from 'use-intl';
import { Tag } from '../../ui/tag.tsx';
import { useAgeGroupWord } from './text.ts';

type Props = { measure: Pick<BoardMeasure, 'isNew' | 'recurrence' | 'ageGroup'>; withAge?: boolean };

/** Tags of a measure: new, recurrence, age group. */
export function MeasureTags({ measure: { isNew, recurrence, ageGroup }, withAge = true }: Props) {
  const t = useTranslations('measure');
  const ageWord = useAgeGroupWord();
  return (
    <>
      {isNew && <Tag>{t('new')}</Tag>}
      {recurrence !== 'one_off' && <Tag>{t(`recurrence.${recurrence}`)}</Tag>}
      {withAge && ageGroup && <Tag>{ageWord(ageGroup)}</Tag>}
    </>
  );
}
