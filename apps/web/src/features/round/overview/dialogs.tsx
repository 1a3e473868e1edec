import type { Reopening, RoundOverview } from '@vointi/shared/round/manage-contract.ts';
import { useTranslations } from 'use-intl';
import { useLocalizedText } from '../../../lib/text.tsx';
import { dayText } from '../../../ui/form/day.ts';
import { OpenRoundDialog } from '../confirm-dialogs.tsx';
import { ExtendDialog } from '../extend-dialog.tsx';
import { RoundDialog } from '../round-dialog.tsx';
import { CloseDialog } from './close-dialog.tsx';
import { DecisionDialog } from './decision-dialog.tsx';
import { EndDialog, ReopenDialog } from './reopen-dialog.tsx';

export type OpenDialog =
  | { kind: 'open' | 'extend' | 'close' | 'edit' | 'decide' }
  | { kind: 'reopen'; department: string | null }
  | { kind: 'end'; reopening: Reopening };

type Props = {
  slug: string;
  overview: RoundOverview;
  dialog: OpenDialog;
  onDone: (text: string) => void;
  onClose: () => void;
};

/** The dialog that is open. */
export function RoundDialogs({ slug, overview, dialog, onDone, onClose }: Props) {
  const t = useTranslations('round');
  const localize = useLocalizedText();
  const { round } = overview;
  const shared = { slug, round, onClose };
  const name = localize(round.name);
  switch (dialog.kind) {
    case 'open':
      return <OpenRoundDialog {...shared} onDone={() => onDone(t('open.done', { name }))} />;
    case 'edit':
      return <RoundDialog {...shared} source={{ round }} onDone={() => onDone(t('edited', { name }))} />;
    case 'extend':
      return (
        <ExtendDialog {...shared} onDone={({ closesOn }) => onDone(t('extend.done', { day: dayText(closesOn) }))} />
      );
    case 'close':
      return (
        <CloseDialog
          slug={slug}
          overview={overview}
          onClose={onClose}
          onDone={() => onDone(t('close.done', { name }))}
        />
      );
    case 'decide':
      return <DecisionDialog {...shared} onDone={() => onDone(t('decision.done'))} />;
    case 'reopen':
      return (
        <ReopenDialog
          slug={slug}
          overview={overview}
          department={dialog.department}
          onClose={onClose}
          onDone={(reopening) =>
            onDone(t('reopen.done', { name: localize(reopening.department.name), day: dayText(reopening.untilOn) }))
          }
        />
      );
    case 'end':
      return (
        <EndDialog
          slug={slug}
          roundId={round.id}
          reopening={dialog.reopening}
          onClose={onClose}
          onDone={() => onDone(t('end.done', { name: localize(dialog.reopening.department.name) }))}
        />
      );
  }
}
