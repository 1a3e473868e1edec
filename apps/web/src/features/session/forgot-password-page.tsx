import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { requestPasswordReset } from '@vointi/shared/session/endpoints.ts';
import { setNavigationFocus } from '../../lib/navigation-focus.ts';
import { call } from '../../lib/call.ts';
import { signInPath } from '../../lib/sign-in-path.ts';
import { buttonClass } from '../../ui/button.tsx';
import { Form } from '../../ui/form/form.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { useFields } from '../../ui/form/use-fields.ts';
import { useRules } from '../../ui/form/use-rules.ts';
import { MailboxNote } from './mailbox-note.tsx';
import { CenteredLayout } from './centered-layout.tsx';
import styles from './centered-layout.module.css';
import { sessionQuery } from '../../domain/session/queries.ts';
import { useReturnTo } from './use-return-to.ts';

/** Requests a reset link by mail. The answer does not tell whether the account exists. */
export function Page() {
  const t = useTranslations('session');
  const rules = useRules();
  const returnTo = useReturnTo('/forgot-password');
  const { data } = useQuery(sessionQuery);
  const [sentTo, setSentTo] = useState<string>();
  const form = useFields({ email: '' });
  const ask = async ({ email }: { email: string }) => {
    await call(requestPasswordReset, { body: { email } });
    // The form that had focus is gone: focus the heading of the answer, as after a navigation.
    setNavigationFocus({ backFrom: null });
    setSentTo(email.trim());
  };
  const back = (
    <a href={signInPath(returnTo)} className={styles['link']}>
      {t('toSignIn')}
    </a>
  );
  if (sentTo !== undefined) {
    return (
      <CenteredLayout key="sent" title={t('forgotDoneTitle')}>
        <div className={styles['card']}>
          <p>{t('forgotDone', { email: sentTo })}</p>
          <a href={signInPath(returnTo)} className={buttonClass({ variant: 'primary' })}>
            {t('toSignIn')}
          </a>
        </div>
        {data?.hasMailbox && <MailboxNote />}
      </CenteredLayout>
    );
  }
  return (
    <CenteredLayout title={t('forgotTitle')} lead={<p>{t('forgotLead')}</p>}>
      <div className={styles['card']}>
        <Form form={form} onSend={ask} submit={t('forgotSend')} busy={t('sending')} failed={t('notSent')}>
          <TextField
            label={t('email')}
            type="email"
            autoComplete="username"
            autoCapitalize="off"
            spellCheck={false}
            {...form.register('email', rules.email())}
          />
        </Form>
        {back}
      </div>
    </CenteredLayout>
  );
}
