import type { UserRow } from '@vointi/shared/user/contract.ts';
import { useTranslations } from 'use-intl';
import { useFormat } from '../../lib/format.ts';
import { Button } from '../../ui/button.tsx';
import { Menu } from '../../ui/form/menu.tsx';
import { ListRow, ListActions, ListNote, ListPart } from '../../ui/form/list.tsx';
import { Tag } from '../../ui/tag.tsx';
import type { PersonAction } from './person-dialogs.tsx';
import { useRoleText } from './use-role-text.ts';

type Props = { user: UserRow; onEdit: (user: UserRow) => void; onAsk: (action: PersonAction, user: UserRow) => void };

export function PersonRow({ user, onEdit, onAsk }: Props) {
  const t = useTranslations('user');
  const roleText = useRoleText();
  const name = user.displayName || t('removedName');
  const { can, state } = user;
  const items: { action: PersonAction; text: string; isThere: boolean }[] = [
    { action: 'resend', text: t(state === 'active' ? 'sendReset' : 'sendAgain'), isThere: can.invite },
    { action: 'disable', text: t('disable'), isThere: can.disable && state !== 'disabled' },
    { action: 'enable', text: t('enable'), isThere: can.disable && state === 'disabled' },
    { action: 'remove', text: t('remove'), isThere: can.remove },
  ];
  return (
    <ListRow>
      <ListPart>
        <h2>{name}</h2>
        {user.email !== null && <ListNote>{breakable(user.email)}</ListNote>}
        {user.isExternal && <ListNote>{t('external')}</ListNote>}
        {user.isShared && <ListNote>{t('shared')}</ListNote>}
      </ListPart>
      <ListPart>
        {user.roles.length === 0 && <ListNote>{t('noRoles')}</ListNote>}
        {user.roles.map((role) => (
          <p key={roleText(role)}>{roleText(role)}</p>
        ))}
      </ListPart>
      <ListPart>
        <Tag>{t(`state.${state}`)}</Tag>
        <StateNote user={user} />
      </ListPart>
      <ListActions>
        {can.edit && (
          <Button aria-label={`${t('edit')}: ${name}`} onClick={() => onEdit(user)}>
            {t('edit')}
          </Button>
        )}
        <Menu
          trigger={t('more')}
          name={`${t('more')}: ${name}`}
          items={items
            .filter(({ isThere }) => isThere)
            .map(({ action, text }) => ({ text, onChoose: () => onAsk(action, user) }))}
        />
      </ListActions>
    </ListRow>
  );
}

/** Lets a long address break before its domain. */
const breakable = (email: string) => {
  const atSign = email.lastIndexOf('@');
  return (
    <>
      {email.slice(0, atSign)}
      <wbr />
      {email.slice(atSign)}
    </>
  );
};

function StateNote({ user: { state, invitedUntil, isShared, lastSignInAt } }: { user: UserRow }) {
  const t = useTranslations('user');
  const format = useFormat();
  if (state === 'invited')
    return (
      <ListNote>
        {invitedUntil && Date.parse(invitedUntil) > Date.now()
          ? t('invitedUntil', { when: format.dateTime(invitedUntil) })
          : t('invitationOver')}
      </ListNote>
    );
  // The last visit of a person of several municipalities is not shown.
  if (state === 'removed' || isShared) return null;
  return (
    <ListNote>{lastSignInAt ? t('lastSignIn', { when: format.dateTime(lastSignInAt) }) : t('neverSignedIn')}</ListNote>
  );
}
