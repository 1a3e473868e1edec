import { useQueryClient } from '@tanstack/react-query';
import { useWatch } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import type { ResultOf } from '@vointi/shared/http/contracts.ts';
import { type readLink, redeemLink } from '@vointi/shared/session/endpoints.ts';
import { call } from '../../lib/call.ts';
import { codeOf } from '../../lib/problem.ts';
import { useLocalizedText } from '../../lib/text.tsx';
import { Form } from '../../ui/form/form.tsx';
import { PasswordField } from '../../ui/form/password-field.tsx';
import { useFields } from '../../ui/form/use-fields.ts';
import { useRules } from '../../ui/form/use-rules.ts';
import { CenteredLayout } from './centered-layout.tsx';
import styles from './centered-layout.module.css';
import { PasswordRules } from './password-rules.tsx';
import { useSignedIn } from './use-signed-in.ts';
import { maxPassword, minPassword } from '@vointi/shared/text/limits.ts';

type Props = { token: string; link: ResultOf<typeof readLink> };

/** Sets a password for the account of a one-time link. */
export function LinkForm({ token, link: { kind, displayName, email, municipality } }: Props) {
  const t = useTranslations('session');
  const localize = useLocalizedText();
  const rules = useRules();
  const client = useQueryClient();
  const goOn = useSignedIn();
  const form = useFields({ username: email, password: '' });
  const password = useWatch({ control: form.control, name: 'password' });
  const use = async (values: { password: string }) => {
    try {
      const body = { token, password: values.password };
      const state = await call(redeemLink, { body });
      await goOn(state, undefined);
    } catch (error) {
      if (codeOf(error) === 'link_expired') await client.resetQueries({ queryKey: ['link', token] });
      throw error;
    }
  };
  const invitation = municipality
    ? t('linkInvitationLead', { municipality: localize(municipality) })
    : t('linkInvitationLeadPlain');
  return (
    <CenteredLayout
      title={kind === 'invitation' ? t('linkInvitation', { name: displayName }) : t('linkReset')}
      lead={<p>{kind === 'invitation' ? invitation : t('linkResetLead')}</p>}
    >
      <div className={styles['card']}>
        <dl>
          <dt className={styles['lead']}>{t('account')}</dt>
          <dd className={styles['account']}>
            {displayName}, {email}
          </dd>
        </dl>
        <Form form={form} onSend={use} submit={t('setPassword')} busy={t('saving')} failed={t('failed')}>
          {/* Tells password managers which account the new password belongs to. */}
          <input type="email" autoComplete="username" readOnly hidden {...form.register('username')} />
          <PasswordField
            label={t('newPassword')}
            autoComplete="new-password"
            hint={<PasswordRules password={password} />}
            {...form.register('password', rules.newPassword(minPassword, maxPassword))}
          />
        </Form>
      </div>
    </CenteredLayout>
  );
}
