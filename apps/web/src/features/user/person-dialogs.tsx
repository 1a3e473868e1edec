import type { UserRow } from '@vointi/shared/user/contract.ts';
import { useTranslations } from 'use-intl';
import { ConfirmDialog } from '../../ui/form/confirm-dialog.tsx';
import { disable, enable, remove, resend } from './writes.ts';

export type PersonAction = 'resend' | 'disable' | 'enable' | 'remove';
type Props = {
  slug: string;
  user: UserRow;
  action: PersonAction;
  onDone: (user: UserRow) => void;
  onClose: () => void;
};

const acts = { resend, disable, enable, remove };

/** Asks for confirmation and says what happens to the person. */
export function PersonDialog({ slug, user, action, onDone, onClose }: Props) {
  const t = useTranslations('user');
  const name = user.displayName;
  const kind = action === 'resend' && user.state === 'active' ? 'reset' : action;
  return (
    <ConfirmDialog
      title={t(`ask.${kind}.title`, { name })}
      confirm={t(`ask.${kind}.confirm`)}
      onConfirm={async () => onDone(await acts[action](slug, user))}
      onClose={onClose}
    >
      <p>{t(`ask.${kind}.text`, { name, email: user.email ?? '' })}</p>
      {action === 'remove' && (
        <>
          <ul>
            <li>{t('ask.remove.goes')}</li>
            <li>{t('ask.remove.stays')}</li>
            <li>{t('ask.remove.elsewhere')}</li>
          </ul>
          <p>
            <b>{t('ask.remove.final')}</b>
          </p>
        </>
      )}
    </ConfirmDialog>
  );
}
