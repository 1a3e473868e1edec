import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useWatch } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { changePassword } from '@vointi/shared/session/endpoints.ts';
import { call } from '../../../lib/call.ts';
import { Form } from '../../../ui/form/form.tsx';
import { PasswordField } from '../../../ui/form/password-field.tsx';
import { useFields } from '../../../ui/form/use-fields.ts';
import { useRules } from '../../../ui/form/use-rules.ts';
import { PasswordRules } from '../password-rules.tsx';
import { Done } from './done.tsx';
import { maxPassword, minPassword } from '@vointi/shared/text/limits.ts';

export function PasswordForm({ email }: { email: string }) {
  const t = useTranslations('account');
  const session = useTranslations('session');
  const rules = useRules();
  const client = useQueryClient();
  const [isChanged, setChanged] = useState(false);
  const form = useFields({ username: email, current: '', password: '' });
  const password = useWatch({ control: form.control, name: 'password' });
  const change = async (values: { current: string; password: string }) => {
    setChanged(false);
    const body = { current: values.current, password: values.password };
    await call(changePassword, { body });
    form.reset();
    setChanged(true);
    await client.invalidateQueries({ queryKey: ['account', 'sessions'] });
  };
  return (
    <Form form={form} onSend={change} submit={t('change')} actions={<Done isDone={isChanged} text={t('changed')} />}>
      <input type="email" autoComplete="username" readOnly hidden {...form.register('username')} />
      <PasswordField
        label={t('current')}
        autoComplete="current-password"
        {...form.register('current', rules.newPassword(1, maxPassword))}
      />
      <PasswordField
        label={session('newPassword')}
        autoComplete="new-password"
        hint={<PasswordRules password={password} />}
        {...form.register('password', rules.newPassword(minPassword, maxPassword))}
      />
    </Form>
  );
}
