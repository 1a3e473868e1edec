import { maxClaim, maxClaimValue } from '@vointi/shared/identity/limits.ts';
import { maxSlug } from '@vointi/shared/text/limits.ts';
import { useQuery } from '@tanstack/react-query';
import { memberRoles, needsDepartment, type MemberRole } from '@vointi/shared/access/permissions.ts';
import { useWatch } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { useLocalizedText } from '../../lib/text.tsx';
import { defineForm } from '../../ui/form/define-form.ts';
import { choice, optionalChoice, text } from '../../ui/form/field-kinds.ts';
import { FormDialog } from '../../ui/form/form-dialog.tsx';
import { Select } from '../../ui/form/select.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { useDefinedForm } from '../../ui/form/use-defined-form.ts';
import { useRules } from '../../ui/form/use-rules.ts';
import { departmentsQuery } from '../../domain/department/queries.ts';
import { createMapping } from './queries.ts';

type Props = { slug: string; onDone: () => void; onClose: () => void };

/** The claim is `groups` at most identity providers. */
const mappingForm = defineForm({
  fields: {
    claim: { ...text(maxClaim), empty: 'groups' },
    value: text(maxClaimValue),
    role: choice<MemberRole>('reporter'),
    // Asked only of a role that answers for a department.
    department: { ...optionalChoice(), isOptional: false, rule: (rules) => rules.text(maxSlug) },
  },
  adjust: (body) => ({ ...body, department: needsDepartment(body.role) ? body.department : null }),
});

export function MappingDialog({ slug, onDone, onClose }: Props) {
  const t = useTranslations('identity');
  const roleWord = useTranslations('user.role');
  const user = useTranslations('user');
  const localize = useLocalizedText();
  const rules = useRules();
  const { form, sending, input } = useDefinedForm(mappingForm, {
    row: null,
    create: (body) => createMapping(slug, body),
    onDone,
  });
  const role = useWatch({ control: form.control, name: 'role' });
  const { data } = useQuery(departmentsQuery(slug, {}));
  return (
    <FormDialog title={t('add')} {...sending} onClose={onClose}>
      <TextField
        label={t('claim')}
        hint={t('claimHint')}
        autoComplete="off"
        spellCheck={false}
        {...input('claim', {
          validate: (typed) => {
            const checked = rules.text(maxClaim).validate(typed);
            return checked === true ? /^[\w:/.-]+$/.test(String(typed).trim()) || t('claimFormat') : checked;
          },
        })}
      />
      <TextField label={t('value')} hint={t('valueHint')} autoComplete="off" spellCheck={false} {...input('value')} />
      <Select
        label={t('role')}
        options={memberRoles.map((value) => ({ value, label: roleWord(value) }))}
        {...input('role')}
      />
      {needsDepartment(role) && (
        <Select
          label={t('department')}
          options={[
            { value: '', label: user('chooseDepartment') },
            ...(data?.departments ?? []).map(({ slug: value, name }) => ({ value, label: localize(name) })),
          ]}
          {...input('department')}
        />
      )}
    </FormDialog>
  );
}
