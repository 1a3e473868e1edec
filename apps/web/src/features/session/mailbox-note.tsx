import { useTranslations } from 'use-intl';
import { Notice } from '../../ui/notice.tsx';

/** In a demo: where the mail is. */
export function MailboxNote() {
  const t = useTranslations('session');
  return (
    <Notice>
      {t('mailbox')} <a href="/mailbox">{t('nav.mailbox')}</a>
    </Notice>
  );
}
