import { useQuery } from '@tanstack/react-query';
import { isSameJson } from '@vointi/shared/json/is-same-json.ts';
import type { UserRow } from '@vointi/shared/user/contract.ts';
import { useRef } from 'react';
import type { Control, UseFormRegister } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { Button } from '../../ui/button.tsx';
import { differencesOf } from '../../ui/form/differences.ts';
import type { Theirs } from '../../ui/form/form-context.ts';
import { FormDialog } from '../../ui/form/form-dialog.tsx';
import { Form } from '../../ui/form/form.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { useFields } from '../../ui/form/use-fields.ts';
import { useRules } from '../../ui/form/use-rules.ts';
import { departmentsQuery } from '../../domain/department/queries.ts';
import { RoleFields, rolesOf, type WithRoles } from './role-fields.tsx';
import { useRoleWords } from './use-role-words.ts';
import { update } from './writes.ts';

type Fields = WithRoles & { email: string; displayName: string };
type Props = { slug: string; user: UserRow; isOwn: boolean; onDone: (user: UserRow) => void; onClose: () => void };

const fieldsOf = ({ displayName, email, roles }: UserRow): Fields => ({
  displayName,
  email: email ?? '',
  roles: roles
    .filter(({ isMapped }) => !isMapped)
    .map(({ role, department }) => ({ role, department: department?.slug ?? '' })),
});

/** What a change of the address would mean; nothing where it cannot be changed here at all. */
function noteOf({ state, isExternal, isShared }: UserRow, isOwn: boolean) {
  if (isExternal || isShared || state === 'removed') return undefined;
  return isOwn ? 'own' : state;
}

/** Name, e-mail and roles. Only what was changed is sent. */
export function EditDialog({ slug, user, isOwn, onDone, onClose }: Props) {
  const t = useTranslations('user');
  const words = useTranslations('form');
  const say = useRoleWords();
  const start = useRef(user);
  const form = useFields<Fields>(fieldsOf(user));
  const rules = useRules();
  const { data } = useQuery(departmentsQuery(slug, {}));
  const { register, control } = form;
  const note = noteOf(user, isOwn);
  const mapped = user.roles.filter(({ isMapped }) => isMapped);

  const save = async (values: Fields) => {
    const before = fieldsOf(start.current);
    const displayName = values.displayName.trim();
    const email = values.email.trim();
    const isSame = isSameJson(rolesOf(values), rolesOf(before));
    onDone(
      await update(slug, user.id, {
        version: start.current.version,
        ...(displayName !== before.displayName && { displayName }),
        ...(email !== before.email && { email }),
        ...(!isSame && { roles: rolesOf(values) }),
      }),
    );
  };
  const differences = (current: unknown): Record<string, Theirs> => {
    const base = fieldsOf(start.current);
    const now = current as UserRow;
    start.current = now;
    const { theirs, compare } = differencesOf(form, base, fieldsOf(now));
    compare('displayName', now.displayName);
    compare('email', now.email ?? '');
    const own = now.roles.filter(({ isMapped }) => !isMapped);
    compare('roles', own.map((role) => say(role)).join('\n'));
    return theirs;
  };
  return (
    <FormDialog title={t('editOf', { name: user.displayName })} form={form} onClose={onClose}>
      {(close) => (
        <Form
          form={form}
          onSend={save}
          onConflict={differences}
          actions={<Button onClick={close}>{words('cancel')}</Button>}
        >
          <TextField label={t('name')} autoComplete="off" {...register('displayName', rules.text(120))} />
          {user.email !== null && (
            <TextField
              label={t('email')}
              type="email"
              autoComplete="off"
              hint={note && t(`emailNote.${note}`)}
              readOnly={isOwn}
              {...register('email', rules.email())}
            />
          )}
          {mapped.length > 0 && (
            <div>
              <p>{t('mappedRoles')}</p>
              <ul>
                {mapped.map((role) => (
                  <li key={say(role)}>{say(role)}</li>
                ))}
              </ul>
            </div>
          )}
          <RoleFields
            control={control as unknown as Control<WithRoles>}
            register={register as unknown as UseFormRegister<WithRoles>}
            departments={data?.departments ?? []}
            mayBeNone={mapped.length > 0}
          />
          <p>{t('editNote')}</p>
        </Form>
      )}
    </FormDialog>
  );
}
