import { useTranslations } from 'use-intl';
import { Icon } from '../../ui/icon.tsx';
import { Popover } from '../../ui/popover.tsx';
import { Light } from './light.tsx';
import styles from './legend.module.css';
import { statusOrder } from './status.ts';

/** Explains the lights as a list. */
export function LegendList() {
  const t = useTranslations('measure');
  return (
    <dl className={styles['list']}>
      {statusOrder.map((status) => (
        <div key={status} className={styles['row']}>
          <dt>
            <Light status={status} />
            {t(`status.${status}`)}
          </dt>
          <dd>{t(`definition.${status}`)}</dd>
        </div>
      ))}
    </dl>
  );
}

/** A button that opens the explanation, beside every group of lights. */
export function Legend({ align = 'start', isIcon = false }: { align?: 'start' | 'end'; isIcon?: boolean }) {
  const t = useTranslations('measure');
  return (
    <Popover
      trigger={isIcon ? <Icon name="info" size={20} /> : t('legend')}
      name={isIcon ? t('legend') : undefined}
      label={t('legendTitle')}
      align={align}
      variant="quiet"
      chevron={false}
      className={isIcon ? styles['icon'] : undefined}
    >
      <p className={styles['title']}>{t('legendTitle')}</p>
      <LegendList />
      <p className={styles['note']}>{t('legendNote')}</p>
    </Popover>
  );
}
