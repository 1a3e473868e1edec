import type { UserRow } from '@vointi/shared/user/contract.ts';
import { useTranslations } from 'use-intl';
import { useFormat } from '../../lib/format.ts';
import { Button } from '../../ui/button.tsx';
import { Menu } from '../../ui/form/menu.tsx';
import { Row, RowActions, RowNote, RowPart } from '../../ui/form/rows.tsx';
import { Tag } from '../../ui/tag.tsx';
import type { OpenDialog } from './person-dialogs.tsx';
import { useRoleText } from './use-role-text.ts';

type Props = { user: UserRow; onEdit: (user: UserRow) => void; onAsk: (openDialog: OpenDialog, user: UserRow) => void };

export function PersonRow({ user, onEdit, onAsk }: Props) {
  const t = useTranslations('user');
  const roleText = useRoleText();
  const name = user.displayName || t('removedName');
  const { can, state } = user;
  const items: { openDialog: OpenDialog; text: string; isThere: boolean }[] = [
    { openDialog: 'resend', text: t(state === 'active' ? 'sendReset' : 'sendAgain'), isThere: can.invite },
    { openDialog: 'disable', text: t('disable'), isThere: can.disable && state !== 'disabled' },
    { openDialog: 'enable', text: t('enable'), isThere: can.disable && state === 'disabled' },
    { openDialog: 'remove', text: t('remove'), isThere: can.remove },
  ];
  return (
    <Row>
      <RowPart>
        <h2>{name}</h2>
        {user.email !== null && <RowNote>{breakable(user.email)}</RowNote>}
        {user.isExternal && <RowNote>{t('external')}</RowNote>}
        {user.isShared && <RowNote>{t('shared')}</RowNote>}
      </RowPart>
      <RowPart>
        {user.roles.length === 0 && <RowNote>{t('noRoles')}</RowNote>}
        {user.roles.map((role) => (
          <p key={roleText(role)}>{roleText(role)}</p>
        ))}
      </RowPart>
      <RowPart>
        <Tag>{t(`state.${state}`)}</Tag>
        <StateNote user={user} />
      </RowPart>
      <RowActions>
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
            .map(({ openDialog, text }) => ({ text, onChoose: () => onAsk(openDialog, user) }))}
        />
      </RowActions>
    </Row>
  );
}

/** A long address breaks before its domain. */
const breakable = (email: string) => {
  const at = email.lastIndexOf('@');
  return (
    <>
      {email.slice(0, at)}
      <wbr />
      {email.slice(at)}
    </>
  );
};

function StateNote({ user: { state, invitedUntil, isShared, lastSignInAt } }: { user: UserRow }) {
  const t = useTranslations('user');
  const format = useFormat();
  if (state === 'invited')
    return (
      <RowNote>
        {invitedUntil && Date.parse(invitedUntil) > Date.now()
          ? t('invitedUntil', { when: format.dateTime(invitedUntil) })
          : t('invitationOver')}
      </RowNote>
    );
  // When somebody who belongs elsewhere too was last here is not told.
  if (state === 'removed' || isShared) return null;
  return (
    <RowNote>{lastSignInAt ? t('lastSignIn', { when: format.dateTime(lastSignInAt) }) : t('neverSignedIn')}</RowNote>
  );
}
