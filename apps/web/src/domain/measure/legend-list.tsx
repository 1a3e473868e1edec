import { useTranslations } from 'use-intl';
import { Light } from './light.tsx';
import styles from './legend.module.css';
import { statusOrder } from './status.ts';

/** Explains the lights as a list. */
export function LegendList() {
  const t = useTranslations('legend');
  const measure = useTranslations('measure');
  return (
    <>
      <dl className={styles['list']}>
        {statusOrder.map((status) => (
          <div key={status} className={styles['row']}>
            <dt>
              <Light status={status} />
              {measure(`status.${status}`)}
            </dt>
            <dd>{t(status)}</dd>
          </div>
        ))}
        <div className={styles['row']}>
          <dt>
            <Light status="in_progress" carried="all" />
            <Light status="in_progress" carried="some" />
            {measure('carried')}
          </dt>
          <dd>{t('carried')}</dd>
        </div>
      </dl>
      <p className={styles['note']}>{t('note')}</p>
    </>
  );
}
