import { maxSlug } from '@vointi/shared/text/limits.ts';
import { memberRoles, needsDepartment, type MemberRole } from '@vointi/shared/access/permissions.ts';
import type { RoleInput } from '@vointi/shared/user/contract.ts';
import type { DepartmentRow } from '@vointi/shared/department/manage-contract.ts';
import { useFieldArray, useFormContext, useWatch } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { useLocalizedText } from '../../lib/text.tsx';
import type { FieldKind } from '../../ui/form/field-kinds.ts';
import { FieldRows } from '../../ui/form/field-rows.tsx';
import { Group } from '../../ui/form/group.tsx';
import { Select } from '../../ui/form/select.tsx';
import { useRules } from '../../ui/form/use-rules.ts';

type RoleField = { role: MemberRole; department: string };
type WithRoles = { roles: RoleField[] };

/** Roles with the department that each answers for, by its slug; null where the role answers for none. */
export const roles: FieldKind<RoleInput[], RoleField[]> = {
  empty: [{ role: 'reporter', department: '' }],
  toForm: (values) => values.map(({ role, department }) => ({ role, department: department ?? '' })),
  toValue: (typed) =>
    typed.map(({ role, department }) => ({
      role,
      department: needsDepartment(role) && department ? department : null,
    })),
};

type Props = {
  departments: readonly DepartmentRow[];
  /** Whether a person may have no role here, because the identity provider gives one. */
  mayBeNone?: boolean;
};

/** The roles of a form that has them among its fields. */
export function RoleFields({ departments, mayBeNone = false }: Props) {
  const { control, register } = useFormContext<WithRoles>();
  const t = useTranslations('user');
  const form = useTranslations('form');
  const localize = useLocalizedText();
  const rules = useRules();
  const { fields, append, remove } = useFieldArray({ control, name: 'roles' });
  const values = useWatch({ control, name: 'roles' });
  // Number the labels, so that the error summary tells the fields apart.
  const several = fields.length > 1;
  const options = departments.map(({ slug, name }) => ({ value: slug, ...optionOf(localize.in(name)) }));
  return (
    <Group label={t('roles')} hint={t('rolesHint')} name="roles">
      <FieldRows
        ids={fields.map(({ id }) => id)}
        row={(index) => (
          <>
            <Select
              label={several ? t('roleNumber', { number: index + 1 }) : t('roleLabel')}
              options={memberRoles.map((role) => ({ value: role, label: t(`role.${role}`) }))}
              {...register(`roles.${index}.role`)}
            />
            {needsDepartment(values[index]?.role ?? 'reporter') && (
              <Select
                label={several ? t('departmentNumber', { number: index + 1 }) : t('department')}
                options={[{ value: '', label: t('chooseDepartment') }, ...options]}
                {...register(`roles.${index}.department`, rules.text(maxSlug))}
              />
            )}
          </>
        )}
        add={t('addRole')}
        onAdd={() => append({ role: 'reporter', department: '' })}
        remove={form('remove')}
        removeName={(index) => t('removeRole', { number: index + 1 })}
        onRemove={remove}
        least={mayBeNone ? 0 : 1}
      />
    </Group>
  );
}

const optionOf = ({ children, lang }: { children: string; lang?: string }) => ({
  label: children.replaceAll('\u00ad', ''),
  lang,
});
