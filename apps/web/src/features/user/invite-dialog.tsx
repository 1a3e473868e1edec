import { useQuery } from '@tanstack/react-query';
import type { Control, UseFormRegister } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import type { UserRow } from '@vointi/shared/user/contract.ts';
import { useLanguage } from '../../lib/intl.tsx';
import { languages, type Language } from '../../lib/language.ts';
import { Button } from '../../ui/button.tsx';
import { FormDialog } from '../../ui/form/form-dialog.tsx';
import { Form } from '../../ui/form/form.tsx';
import { Select } from '../../ui/form/select.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { useFields } from '../../ui/form/use-fields.ts';
import { useRules } from '../../ui/form/use-rules.ts';
import { departmentsQuery } from '../../domain/department/queries.ts';
import { RoleFields, rolesOf, type WithRoles } from './role-fields.tsx';
import { invite } from './writes.ts';

type Fields = WithRoles & { email: string; displayName: string; language: Language };
type Props = { slug: string; onDone: (user: UserRow) => void; onClose: () => void };

export function InviteDialog({ slug, onDone, onClose }: Props) {
  const t = useTranslations('user');
  const form = useFields<Fields>({
    email: '',
    displayName: '',
    language: useLanguage(),
    roles: [{ role: 'reporter', department: '' }],
  });
  const words = useTranslations('form');
  const rules = useRules();
  const { data } = useQuery(departmentsQuery(slug, {}));
  const { register, control } = form;
  return (
    <FormDialog title={t('invite')} form={form} onClose={onClose}>
      {(close) => (
        <Form
          form={form}
          submit={t('sendInvitation')}
          actions={<Button onClick={close}>{words('cancel')}</Button>}
          onSend={async (values) => {
            const { email, displayName, language } = values;
            onDone(
              await invite(slug, {
                email: email.trim(),
                displayName: displayName.trim(),
                language,
                roles: rolesOf(values),
              }),
            );
          }}
        >
          <p>{t('inviteText')}</p>
          <TextField
            label={t('email')}
            type="email"
            autoComplete="off"
            inputMode="email"
            {...register('email', rules.email())}
          />
          <TextField label={t('name')} autoComplete="off" {...register('displayName', rules.text(120))} />
          <Select
            label={t('language')}
            hint={t('languageHint')}
            options={languages.map((value) => ({ value, label: t(`languages.${value}`) }))}
            {...register('language')}
          />
          <RoleFields
            control={control as unknown as Control<WithRoles>}
            register={register as unknown as UseFormRegister<WithRoles>}
            departments={data?.departments ?? []}
          />
        </Form>
      )}
    </FormDialog>
  );
}
