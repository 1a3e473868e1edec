import { useTranslations } from 'use-intl';
import { buttonClass } from '../../ui/button.tsx';
import { CenteredLayout } from './centered-layout.tsx';
import styles from './centered-layout.module.css';
import { homeOf } from './return-path.ts';
import { useMe } from '../../domain/session/queries.ts';

/** Shown in the tab in which the person signed in for another tab. */
export function Page() {
  const t = useTranslations('session');
  const me = useMe();
  return (
    <CenteredLayout title={t('doneTitle')}>
      <div className={styles['card']}>
        <p>{t('doneText')}</p>
        <a href={homeOf(me)} className={buttonClass({})}>
          {t('doneLink')}
        </a>
      </div>
    </CenteredLayout>
  );
}
