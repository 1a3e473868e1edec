import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { useSearch } from '@tanstack/react-router';
import { stringifySearch } from '../../lib/search.ts';
import { Form } from '../../ui/form/form.tsx';
import { PasswordField } from '../../ui/form/password-field.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { useFields } from '../../ui/form/use-fields.ts';
import { useRules } from '../../ui/form/use-rules.ts';
import { signIn } from './actions.ts';
import { MailboxNote } from './mailbox-note.tsx';
import { CenteredLayout } from './centered-layout.tsx';
import styles from './centered-layout.module.css';
import { ProviderButton } from './provider-button.tsx';
import { sessionQuery } from '../../domain/session/queries.ts';
import { useReturnTo } from './use-return-to.ts';
import { useSignedIn } from './use-signed-in.ts';
import { maxPassword } from '@vointi/shared/text/limits.ts';

/** Signs in by e-mail and password or by the identity provider. */
export function Page() {
  const t = useTranslations('session');
  const rules = useRules();
  const returnTo = useReturnTo('/sign-in');
  const goOn = useSignedIn();
  const { email = [] } = useSearch({ from: '/sign-in' });
  const { data } = useQuery(sessionQuery);
  const form = useFields({ email: email[0] ?? '', password: '' });
  const send = async (credentials: { email: string; password: string }) => {
    await goOn(await signIn(credentials.email, credentials.password), returnTo);
  };
  return (
    <CenteredLayout title={t('title')} lead={<p>{t(returnTo ? 'leadBack' : 'lead')}</p>}>
      <div className={styles['card']}>
        {data?.identityProvider && (
          <>
            <ProviderButton name={data.identityProvider.name} returnTo={returnTo} />
            <p className={styles['or']}>{t('or')}</p>
          </>
        )}
        <Form form={form} onSend={send} submit={t('signIn')} busy={t('signingIn')} failed={t('failed')}>
          <TextField
            label={t('email')}
            type="email"
            autoComplete="username"
            autoCapitalize="off"
            spellCheck={false}
            {...form.register('email', rules.email())}
          />
          <PasswordField
            label={t('password')}
            autoComplete="current-password"
            {...form.register('password', rules.text(maxPassword))}
          />
        </Form>
        <a href={`/forgot-password${stringifySearch({ to: returnTo })}`} className={styles['link']}>
          {t('forgot')}
        </a>
      </div>
      {data?.hasMailbox && <MailboxNote />}
    </CenteredLayout>
  );
}
