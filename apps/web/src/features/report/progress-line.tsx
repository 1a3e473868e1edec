import { useTranslations } from 'use-intl';
import { minutesFor } from './order.ts';
import { progressOf } from './desk-store.ts';
import styles from './desk.module.css';
import { useDeskState } from './use-desk.ts';

/** How much is done, how much is written and not sent, and how long the rest will take. */
export function ProgressLine() {
  const t = useTranslations('reporting');
  const { total, answered, ready, left, unsent } = progressOf(useDeskState());
  const share = (count: number) => ({ width: `${(100 * count) / total}%` });
  return (
    <div className={styles['progress']}>
      <b>{t('answered', { answered, total })}</b>
      <span className={styles['track']} aria-hidden="true">
        <i style={share(answered)} />
        <i className={styles['ready']} style={share(ready)} />
      </span>
      <span className={styles['left']}>
        {unsent > 0 && t('ready', { count: unsent })}
        {unsent > 0 && left > 0 && ' · '}
        {left > 0 && t('minutes', { count: minutesFor(left) })}
        {left === 0 && unsent === 0 && t('allAnswered')}
      </span>
    </div>
  );
}
