import { onlineManager } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { useTranslations } from 'use-intl';
import { useFormat } from '../lib/format.ts';
import { useStaleQueries } from '../lib/use-stale-queries.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import styles from './connection-banner.module.css';

const subscribe = (changed: () => void) => onlineManager.subscribe(changed);
const isOnlineNow = () => onlineManager.isOnline();

/** Says that the data on the page is old and could not be fetched again; the page keeps it. */
export function ConnectionBanner() {
  const t = useTranslations('app');
  const ui = useTranslations('ui');
  const format = useFormat();
  const isOnline = useSyncExternalStore(subscribe, isOnlineNow);
  const { since, retry } = useStaleQueries(isOnline);
  const when = since === null ? '' : format.dateTime(since);
  const text = isOnline
    ? since !== null && t('behind', { when })
    : since === null
      ? t('offlineNoData')
      : t('offline', { when });
  return (
    <div role="status" className={styles['container']}>
      {text && (
        <div className={styles['banner']}>
          <Icon name="away" size={20} />
          <p>{text}</p>
          <Button size="small" onClick={retry}>
            {ui('retry')}
          </Button>
        </div>
      )}
    </div>
  );
}
