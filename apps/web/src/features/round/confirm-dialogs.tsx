import type { ManagedRound } from '@vointi/shared/round/manage-contract.ts';
import { useTranslations } from 'use-intl';
import { useLocalizedText } from '../../lib/text.tsx';
import { ConfirmDialog } from '../../ui/form/confirm-dialog.tsx';
import { dayText } from '../../ui/form/day.ts';
import { open, remove } from './writes.ts';

type Props = { slug: string; round: ManagedRound; onDone: () => void; onClose: () => void };

/** Asks before the round opens. */
export function OpenRoundDialog({ slug, round, onDone, onClose }: Props) {
  const t = useTranslations('round');
  const localize = useLocalizedText();
  return (
    <ConfirmDialog
      title={t('open.title', { name: localize(round.name) })}
      confirm={t('open.confirm')}
      onConfirm={async () => {
        await open(slug, round);
        onDone();
      }}
      onClose={onClose}
    >
      <p>{t('open.text', { count: round.counts.total, day: dayText(round.closesOn) })}</p>
    </ConfirmDialog>
  );
}

/** Asks before a planned round is deleted. */
export function DeleteRoundDialog({ slug, round, onDone, onClose }: Props) {
  const t = useTranslations('round');
  const localize = useLocalizedText();
  return (
    <ConfirmDialog
      title={t('delete.title', { name: localize(round.name) })}
      confirm={t('delete.confirm')}
      onConfirm={async () => {
        await remove(slug, round);
        onDone();
      }}
      onClose={onClose}
    >
      <p>{t('delete.text')}</p>
    </ConfirmDialog>
  );
}
