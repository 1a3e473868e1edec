import { Suspense } from 'react';
import { useTranslations } from 'use-intl';
import { boardExtraMessages } from '../../lib/messages.ts';
import { Icon } from '../../ui/icon.tsx';
import { Popover } from '../../ui/popover.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import styles from './legend.module.css';

const List = boardExtraMessages.part(async () => (await import('./legend-list.tsx')).LegendList);

/** Explains the lights; its words load when they are wanted. */
export const LegendList = () => (
  <Suspense fallback={<Skeleton height="12rem" />}>
    <List />
  </Suspense>
);

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
    </Popover>
  );
}
