import type { GoalDetail } from '@vointi/shared/goal/contract.ts';
import { useTranslations } from 'use-intl';
import { Light } from '../measure/light.tsx';
import { useStatusWord } from '../measure/text.ts';
import styles from './term.module.css';

type Props = { status: GoalDetail['termMeasures'][number]['status'] };

/** The status from the year's measures; without measures it says so. */
export function TermStatus({ status }: Props) {
  const t = useTranslations('term');
  const word = useStatusWord();
  if (status === 'not_followed') return <p className={styles['unfollowed']}>{t('notFollowed')}</p>;
  return (
    <p className={styles['status']}>
      <Light status={status} size="s" />
      {word(status)}
    </p>
  );
}
