import type { RoundOverview } from '@vointi/shared/round/manage-contract.ts';
import { useTranslations } from 'use-intl';
import { Button } from '../../../ui/button.tsx';
import { Toolbar } from '../../../domain/admin/filters.tsx';
import type { OpenDialog } from './dialogs.tsx';
import type { Remind } from './use-remind.ts';

type Props = { overview: RoundOverview; remind: Remind; onOpenDialog: (dialog: OpenDialog) => void };

/** Actions on the whole round, the most likely first. */
export function RoundActions({ overview: { round, departments }, remind, onOpenDialog }: Props) {
  const t = useTranslations('round');
  const missing = departments.filter(({ counts }) => counts.missing > 0).map(({ department }) => department.slug);
  const { can, state } = round;
  const isRun = can.edit || can.open || can.close;
  if (!isRun) return null;
  return (
    <Toolbar>
      {can.open && (
        <Button variant="primary" onClick={() => onOpenDialog({ kind: 'open' })}>
          {t('open.confirm')}
        </Button>
      )}
      {state === 'open' && can.close && missing.length > 0 && (
        <Button variant="primary" aria-disabled={remind.isBusy} onClick={() => remind.send(missing)}>
          {remind.isBusy ? t('reminding') : t('remindAll', { count: missing.length })}
        </Button>
      )}
      {state === 'open' && can.edit && (
        <Button onClick={() => onOpenDialog({ kind: 'extend' })}>{t('extend.short')}</Button>
      )}
      {can.close && (
        <Button variant={missing.length === 0 ? 'primary' : 'plain'} onClick={() => onOpenDialog({ kind: 'close' })}>
          {t('close.short')}
        </Button>
      )}
      {can.edit && state !== 'closed' && <Button onClick={() => onOpenDialog({ kind: 'edit' })}>{t('edit')}</Button>}
      {can.reopen && (
        <Button onClick={() => onOpenDialog({ kind: 'reopen', department: null })}>{t('reopen.short')}</Button>
      )}
    </Toolbar>
  );
}
