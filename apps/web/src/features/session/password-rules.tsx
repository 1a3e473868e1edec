import { minPassword } from '@vointi/shared/text/limits.ts';
import { useTranslations } from 'use-intl';
import { Hidden } from '../../ui/hidden.tsx';
import { Icon } from '../../ui/icon.tsx';
import styles from './narrow.module.css';

/** What a password has to be, followed while it is typed. What is too common the server knows. */
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
