import { useTranslations } from 'use-intl';
import { buttonClass } from '../../ui/button.tsx';
import { Narrow } from './narrow.tsx';
import styles from './narrow.module.css';
import { homeOf } from './return-path.ts';
import { useMe } from '../../domain/session/queries.ts';

/** In the tab where somebody signed in for the sake of another tab, which has been told. */
export function Page() {
  const t = useTranslations('session');
  const me = useMe();
  return (
    <Narrow title={t('doneTitle')}>
      <div className={styles['card']}>
        <p>{t('doneText')}</p>
        <a href={homeOf(me)} className={buttonClass({})}>
          {t('doneLink')}
        </a>
      </div>
    </Narrow>
  );
}
