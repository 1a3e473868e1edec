import { useTranslations } from 'use-intl';
import { Popover } from '../../ui/popover.tsx';
import { Light } from './light.tsx';
import styles from './legend.module.css';
import { statusOrder } from './status.ts';

/** What the lights mean, as a list to be read. */
export function LegendList() {
  const t = useTranslations('measure');
  return (
    <dl className={styles['list']}>
      {statusOrder.map((status) => (
        <div key={status} className={styles['row']}>
          <Light status={status} />
          <div>
            <dt>{t(`status.${status}`)}</dt>
            <dd>{t(`definition.${status}`)}</dd>
          </div>
        </div>
      ))}
    </dl>
  );
}

/** The button that opens it: one press away wherever there are lights. */
export function Legend({ align = 'start' }: { align?: 'start' | 'end' }) {
  const t = useTranslations('measure');
  return (
    <Popover trigger={t('legend')} label={t('legendTitle')} align={align} look="quiet" chevron={false}>
      <p className={styles['title']}>{t('legendTitle')}</p>
      <LegendList />
      <p className={styles['note']}>{t('legendNote')}</p>
    </Popover>
  );
}
