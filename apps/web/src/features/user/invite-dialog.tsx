import { maxDisplayName } from '@vointi/shared/user/limits.ts';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import type { UserRow } from '@vointi/shared/user/contract.ts';
import { useLanguage } from '../../lib/intl.tsx';
import { languages, type Language } from '../../lib/language.ts';
import { defineForm } from '../../ui/form/define-form.ts';
import { choice, email, text } from '../../ui/form/field-kinds.ts';
import { FormDialog } from '../../ui/form/form-dialog.tsx';
import { useLanguageLabels } from '../../ui/form/use-language-labels.ts';
import { Select } from '../../ui/form/select.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { useDefinedForm } from '../../ui/form/use-defined-form.ts';
import { departmentsQuery } from '../../domain/department/queries.ts';
import { RoleFields, roles } from './role-fields.tsx';
import { invite } from './writes.ts';

type Props = { slug: string; onDone: (user: UserRow) => void; onClose: () => void };

const invitationForm = defineForm({
  fields: { email: email(), displayName: text(maxDisplayName), language: choice<Language>('fi'), roles },
});

export function InviteDialog({ slug, onDone, onClose }: Props) {
  const t = useTranslations('user');
  const { nameOf } = useLanguageLabels();
  const language = useLanguage();
  const { sending, input } = useDefinedForm(invitationForm, {
    row: null,
    start: { language },
    create: (body) => invite(slug, body),
    onDone,
  });
  const { data } = useQuery(departmentsQuery(slug, {}));
  return (
    <FormDialog title={t('invite')} {...sending} submit={t('sendInvitation')} onClose={onClose}>
      <p>{t('inviteText')}</p>
      <TextField label={t('email')} type="email" autoComplete="off" inputMode="email" {...input('email')} />
      <TextField label={t('name')} autoComplete="off" {...input('displayName')} />
      <Select
        label={t('language')}
        hint={t('languageHint')}
        options={languages.map((value) => ({ value, label: nameOf(value) }))}
        {...input('language')}
      />
      <RoleFields departments={data?.departments ?? []} />
    </FormDialog>
  );
}
