import { maxDisplayName } from '@vointi/shared/user/limits.ts';
import { useQuery } from '@tanstack/react-query';
import type { UserRow } from '@vointi/shared/user/contract.ts';
import { useTranslations } from 'use-intl';
import { defineForm, type TypedIn } from '../../ui/form/define-form.ts';
import { email, text } from '../../ui/form/field-kinds.ts';
import { FormDialog } from '../../ui/form/form-dialog.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { useDefinedForm } from '../../ui/form/use-defined-form.ts';
import { departmentsQuery } from '../../domain/department/queries.ts';
import { RoleFields, roles } from './role-fields.tsx';
import { useRoleText } from './use-role-text.ts';
import { update } from './writes.ts';

type Props = { slug: string; user: UserRow; isOwn: boolean; onDone: (user: UserRow) => void; onClose: () => void };

const userForm = defineForm({
  fields: { displayName: text(maxDisplayName), email: email(), roles },
  values: (user: UserRow) => ({
    displayName: user.displayName,
    email: user.email ?? '',
    roles: user.roles
      .filter(({ isMapped }) => !isMapped)
      .map(({ role, department }) => ({ role, department: department?.slug ?? null })),
  }),
});

/** Which note about changing the address applies; undefined where it cannot be changed. */
function noteOf({ state, isExternal, isShared }: UserRow, isOwn: boolean) {
  if (isExternal || isShared || state === 'removed') return undefined;
  return isOwn ? 'own' : state;
}

/** Name, e-mail and roles. Only what was changed is sent. */
export function EditDialog({ slug, user, isOwn, onDone, onClose }: Props) {
  const t = useTranslations('user');
  const roleText = useRoleText();
  const { data } = useQuery(departmentsQuery(slug, {}));
  const departments = data?.departments ?? [];
  const { sending, input } = useDefinedForm(userForm, {
    row: user,
    update: ({ id }, body) => update(slug, id, body),
    onDone,
    words: {
      roles: (saved: TypedIn<typeof userForm>['roles']) =>
        saved
          .map(({ role, department }) =>
            roleText({ role, department: departments.find((one) => one.slug === department) }),
          )
          .join('\n'),
    },
  });
  const note = noteOf(user, isOwn);
  const mapped = user.roles.filter(({ isMapped }) => isMapped);
  return (
    <FormDialog title={t('editOf', { name: user.displayName })} {...sending} onClose={onClose}>
      <TextField label={t('name')} autoComplete="off" {...input('displayName')} />
      {user.email !== null && (
        <TextField
          label={t('email')}
          type="email"
          autoComplete="off"
          hint={note && t(`emailNote.${note}`)}
          readOnly={isOwn}
          {...input('email')}
        />
      )}
      {mapped.length > 0 && (
        <div>
          <p>{t('mappedRoles')}</p>
          <ul>
            {mapped.map((role) => (
              <li key={roleText(role)}>{roleText(role)}</li>
            ))}
          </ul>
        </div>
      )}
      <RoleFields departments={departments} mayBeNone={mapped.length > 0} />
      <p>{t('editNote')}</p>
    </FormDialog>
  );
}
