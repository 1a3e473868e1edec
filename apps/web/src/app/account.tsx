import { useLocation } from '@tanstack/react-router';
import { Suspense } from 'react';
import { useTranslations } from 'use-intl';
import { useMaybeMe } from '../domain/session/queries.ts';
import { signInPath } from '../lib/sign-in-path.ts';
import { signedInMessages } from '../lib/messages.ts';
import { buttonClass } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import styles from './account.module.css';

const AccountMenu = signedInMessages.part(
  async () => (await import('../features/session/account-menu.tsx')).AccountMenu,
);

const waiting = <span className={styles['placeholder']} />;

/** A link to the sign-in, or the menu of the signed-in person. */
export function Account() {
  const t = useTranslations('ui');
  const me = useMaybeMe();
  const href = useLocation({ select: ({ pathname, searchStr }) => pathname + searchStr });
  if (me === undefined) return waiting;
  if (me) {
    return (
      <Suspense fallback={waiting}>
        <AccountMenu me={me} />
      </Suspense>
    );
  }
  const isThere = /^\/(sign-in|forgot-password|link)\b/.test(href);
  return (
    <a href={isThere ? '/sign-in' : signInPath(href)} className={buttonClass({ variant: 'quiet' }, styles['link'])}>
      <Icon name="person" size={18} />
      <span className={styles['word']}>{t('signIn')}</span>
    </a>
  );
}
