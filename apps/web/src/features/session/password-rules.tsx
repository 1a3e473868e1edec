import { minPassword } from '@vointi/shared/text/limits.ts';
import { useTranslations } from 'use-intl';
import { Hidden } from '../../ui/hidden.tsx';
import { Icon } from '../../ui/icon.tsx';
import styles from './centered-layout.module.css';

/** The rules for a password, checked while it is typed. The server refuses common ones. */
export function PasswordRules({ password }: { password: string }) {
  const t = useTranslations('session');
  const isMet = password.length >= minPassword;
  return (
    <ul className={styles['rules']}>
      <li className={isMet ? styles['met'] : undefined}>
        <Icon name={isMet ? 'check' : 'info'} />
        <span>
          {password.length > 0 && !isMet ? t('ruleLengthNow', { count: password.length }) : t('ruleLength')}
          {password.length > 0 && <Hidden>. {t(isMet ? 'met' : 'unmet')}</Hidden>}
        </span>
      </li>
      <li>
        <Icon name="info" />
        {t('ruleCommon')}
      </li>
      <li>
        <Icon name="info" />
        {t('ruleAny')}
      </li>
    </ul>
  );
}
