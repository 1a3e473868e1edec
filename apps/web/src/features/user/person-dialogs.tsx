import type { UserRow } from '@vointi/shared/user/contract.ts';
import { useTranslations } from 'use-intl';
import { ConfirmDialog } from '../../ui/form/confirm-dialog.tsx';
import { disable, enable, remove, resend } from './writes.ts';

export type OpenDialog = 'resend' | 'disable' | 'enable' | 'remove';
type Props = {
  slug: string;
  user: UserRow;
  openDialog: OpenDialog;
  onDone: (user: UserRow) => void;
  onClose: () => void;
};

const acts = { resend, disable, enable, remove };

/** Asks, saying what happens to whom. */
export function PersonDialog({ slug, user, openDialog, onDone, onClose }: Props) {
  const t = useTranslations('user');
  const name = user.displayName;
  const kind = openDialog === 'resend' && user.state === 'active' ? 'reset' : openDialog;
  return (
    <ConfirmDialog
      title={t(`ask.${kind}.title`, { name })}
      confirm={t(`ask.${kind}.confirm`)}
      onConfirm={async () => onDone(await acts[openDialog](slug, user))}
      onClose={onClose}
    >
      <p>{t(`ask.${kind}.text`, { name, email: user.email ?? '' })}</p>
      {openDialog === 'remove' && (
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
