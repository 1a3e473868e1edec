import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { stringifySearch } from '../../lib/search.ts';
import { signInPath } from '../../lib/sign-in-path.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { Dialog } from '../../ui/form/dialog.tsx';
import { Form } from '../../ui/form/form.tsx';
import { PasswordField } from '../../ui/form/password-field.tsx';
import { useFields } from '../../ui/form/use-fields.ts';
import { useRules } from '../../ui/form/use-rules.ts';
import { signedIn, signIn } from './actions.ts';
import { pageOwner } from '../../domain/session/owner.ts';
import { sessionQuery } from '../../domain/session/queries.ts';
import { answerRenewal, declineRenewal } from './session-renewal.ts';
import styles from './renewal-dialog.module.css';
import { maxPassword } from '@vointi/shared/text/limits.ts';

/** Asks for the password over the page whose session has ended. */
export function RenewalDialog() {
  const t = useTranslations('session');
  const client = useQueryClient();
  const { data } = useQuery(sessionQuery);
  const owner = pageOwner();
  const byProvider = owner?.signedInBy === 'identity_provider' || !owner?.hasPassword;
  const provider = byProvider ? data?.identityProvider : null;
  const decline = () => declineRenewal(client);
  return (
    <Dialog title={t('overTitle')} onClose={decline}>
      <div className={styles['body']}>
        <p>{t('over')}</p>
        <p className={styles['account']}>
          {owner?.displayName}
          {owner?.email && <span>{owner.email}</span>}
        </p>
        {provider ? (
          <>
            <p>{t('overProvider')}</p>
            <div className={styles['actions']}>
              <a
                href={`/sign-in/provider${stringifySearch({ to: '/sign-in/done' })}`}
                target="_blank"
                className={buttonClass({ variant: 'primary' })}
              >
                {t('signInBy', { name: provider.name })}
              </a>
              <Button onClick={decline}>{t('overCancel')}</Button>
            </div>
          </>
        ) : (
          <Password email={owner?.email ?? ''} onDecline={decline} />
        )}
        <p className={styles['other']}>
          {t('overOther', { name: owner?.displayName ?? '' })}{' '}
          <a href={signInPath(location.pathname + location.search)} target="_self">
            {t('overOtherLink')}
          </a>
        </p>
      </div>
    </Dialog>
  );
}

function Password({ email, onDecline }: { email: string; onDecline: () => void }) {
  const t = useTranslations('session');
  const rules = useRules();
  const client = useQueryClient();
  const form = useFields({ username: email, password: '' });
  const send = async ({ password }: { password: string }) => {
    const state = await signIn(email, password);
    if (signedIn(client, state)) answerRenewal(true);
    else location.reload();
  };
  return (
    <Form
      form={form}
      onSend={send}
      submit={t('overContinue')}
      busy={t('signingIn')}
      failed={t('failed')}
      actions={<Button onClick={onDecline}>{t('overCancel')}</Button>}
    >
      <input type="email" autoComplete="username" readOnly hidden {...form.register('username')} />
      <PasswordField
        label={t('password')}
        autoComplete="current-password"
        {...form.register('password', rules.text(maxPassword))}
      />
    </Form>
  );
}
