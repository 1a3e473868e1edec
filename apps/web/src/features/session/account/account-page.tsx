import { useTranslations } from 'use-intl';
import { Columns, Lead, Section } from '../../../ui/detail.tsx';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { useMe } from '../../../domain/session/queries.ts';
import { AboutForm } from './about-form.tsx';
import { MailsForm } from './mails-form.tsx';
import { PasswordForm } from './password-form.tsx';
import { Roles } from './roles.tsx';
import { Sessions } from './sessions.tsx';

/** The page of the person's own account. */
export function Page() {
  const t = useTranslations('account');
  const me = useMe();
  return (
    <article>
      <PageHeading title={t('title')}>{t('title')}</PageHeading>
      {me.email && <Lead>{me.email}</Lead>}
      <Columns
        side={
          <>
            <Roles me={me} />
            <Section title={t('sessionsTitle')} note={t('sessionsNote')}>
              <Sessions />
            </Section>
          </>
        }
      >
        <Section title={t('aboutTitle')}>
          <AboutForm me={me} />
        </Section>
        <Section title={t('mailsTitle')}>
          <MailsForm me={me} />
        </Section>
        <Section title={t('passwordTitle')}>
          {me.hasPassword ? <PasswordForm email={me.email ?? ''} /> : <p>{t('noPassword')}</p>}
        </Section>
      </Columns>
    </article>
  );
}
