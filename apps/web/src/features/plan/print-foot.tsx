import { useTranslations } from 'use-intl';
import { useFormat } from '../../lib/format.ts';
import { LegendList } from '../../domain/measure/legend.tsx';
import styles from './print-foot.module.css';

/** On paper only: what the lights mean, and when it was printed. */
export function PrintFoot() {
  const t = useTranslations('plan');
  const measure = useTranslations('measure');
  const format = useFormat();
  return (
    <footer className={styles['foot']}>
      <h2>{measure('legendTitle')}</h2>
      <LegendList />
      <p>{t('printed', { when: format.dateTime(Date.now()) })}</p>
    </footer>
  );
}
