import type { GoalDetail } from '@vointi/shared/goal/contract.ts';
import { carriedPartOfAges } from '@vointi/shared/measure/ages.ts';
import { useTranslations } from 'use-intl';
import { Light } from '../measure/light.tsx';
import { useStatusWord } from '../measure/text.ts';
import styles from './term.module.css';

type Props = Pick<GoalDetail['termMeasures'][number], 'status' | 'ages'>;

/** The status from the year's measures; without measures it says so. */
export function TermStatus({ status, ages }: Props) {
  const t = useTranslations('term');
  const measure = useTranslations('measure');
  const word = useStatusWord();
  const part = carriedPartOfAges(ages);
  if (status === 'not_followed') return <p className={styles['unfollowed']}>{t('notFollowed')}</p>;
  return (
    <p className={styles['status']}>
      <Light status={status} carried={part} size="s" />
      {word(status)}
      {part === 'all' && `, ${measure('carried').toLowerCase()}`}
      {part === 'some' && `, ${measure('partlyCarried')}`}
    </p>
  );
}
