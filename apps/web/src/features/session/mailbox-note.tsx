import { useTranslations } from 'use-intl';
import { Notice } from '../../ui/notice.tsx';

/** Links to the demo's mailbox. */
export function MailboxNote() {
  const t = useTranslations('session');
  return (
    <Notice>
      {t('mailbox')} <a href="/mailbox">{t('nav.mailbox')}</a>
    </Notice>
  );
}
