import { useQuery } from '@tanstack/react-query';
import { memberRoles, needsDepartment, type MemberRole } from '@vointi/shared/access/permissions.ts';
import { useWatch } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { useText } from '../../lib/text.tsx';
import { Button } from '../../ui/button.tsx';
import { FormDialog } from '../../ui/form/form-dialog.tsx';
import { Form } from '../../ui/form/form.tsx';
import { Select } from '../../ui/form/select.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { useFields } from '../../ui/form/use-fields.ts';
import { useRules } from '../../ui/form/use-rules.ts';
import { departmentsQuery } from '../../domain/department/queries.ts';
import { createMapping } from './queries.ts';

type Fields = { claim: string; value: string; role: MemberRole; department: string };
type Props = { slug: string; onDone: () => void; onClose: () => void };

export function MappingDialog({ slug, onDone, onClose }: Props) {
  const t = useTranslations('identity');
  const roleWord = useTranslations('user.role');
  const user = useTranslations('user');
  const words = useTranslations('form');
  const say = useText();
  const rules = useRules();
  const form = useFields<Fields>({ claim: 'groups', value: '', role: 'reporter', department: '' });
  const role = useWatch({ control: form.control, name: 'role' });
  const { data } = useQuery(departmentsQuery(slug, {}));
  const { register } = form;
  const save = async ({ claim, value, role: given, department }: Fields) => {
    await createMapping(slug, {
      claim: claim.trim(),
      value: value.trim(),
      role: given,
      department: needsDepartment(given) ? department : null,
    });
    onDone();
  };
  return (
    <FormDialog title={t('add')} form={form} onClose={onClose}>
      {(close) => (
        <Form form={form} onSend={save} actions={<Button onClick={close}>{words('cancel')}</Button>}>
          <TextField
            label={t('claim')}
            hint={t('claimHint')}
            autoComplete="off"
            spellCheck={false}
            {...register('claim', {
              validate: (given) => {
                const checked = rules.text(100).validate(given);
                return checked === true ? /^[\w:/.-]+$/.test(given.trim()) || t('claimFormat') : checked;
              },
            })}
          />
          <TextField
            label={t('value')}
            hint={t('valueHint')}
            autoComplete="off"
            spellCheck={false}
            {...register('value', rules.text(300))}
          />
          <Select
            label={t('role')}
            options={memberRoles.map((value) => ({ value, label: roleWord(value) }))}
            {...register('role')}
          />
          {needsDepartment(role) && (
            <Select
              label={t('department')}
              options={[
                { value: '', label: user('chooseDepartment') },
                ...(data?.departments ?? []).map(({ slug: value, name }) => ({ value, label: say(name) })),
              ]}
              {...register('department', rules.text(60))}
            />
          )}
        </Form>
      )}
    </FormDialog>
  );
}
