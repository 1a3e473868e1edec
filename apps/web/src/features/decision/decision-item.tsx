import type { MeasureDecision } from '@vointi/shared/decision/contract.ts';
import { useTranslations } from 'use-intl';
import { Button } from '../../ui/button.tsx';
import { dayText } from '../../ui/form/day.ts';
import styles from './decisions.module.css';

type Props = { decision: MeasureDecision; onOpen: (kind: 'edit' | 'delete') => void };

export function DecisionItem({ decision, onOpen }: Props) {
  const t = useTranslations('decision');
  const { text, decidedOn, meeting, author, can } = decision;
  const about = `${meeting} ${dayText(decidedOn)}`;
  return (
    <li className={styles['item']}>
      <p>
        <b>{about}</b>
      </p>
      <p className={styles['text']}>{text}</p>
      <p className={styles['quiet']}>{author === null ? t('authorGone') : t('author', { name: author })}</p>
      {can.edit && (
        <div className={styles['actions']}>
          <Button size="small" aria-label={`${t('edit')}: ${about}`} onClick={() => onOpen('edit')}>
            {t('edit')}
          </Button>
          <Button size="small" aria-label={`${t('delete.button')}: ${about}`} onClick={() => onOpen('delete')}>
            {t('delete.button')}
          </Button>
        </div>
      )}
    </li>
  );
}
