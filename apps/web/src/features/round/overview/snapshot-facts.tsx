import type { ManagedRound } from '@vointi/shared/round/manage-contract.ts';
import { useTranslations } from 'use-intl';
import { useFormat } from '../../../lib/format.ts';
import { bareSection } from '../../../lib/section.ts';
import { Button } from '../../../ui/button.tsx';
import { Fact, Facts } from '../../../ui/detail.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Details } from '../../../ui/details.tsx';
import { dayText } from '../../../ui/form/day.ts';
import { boardPath } from '../../../domain/paths.ts';
import type { OpenDialog } from './dialogs.tsx';
import styles from './overview.module.css';

/** `isIntact`: whether the snapshot's rows have the stored hash. */
type Props = {
  slug: string;
  round: ManagedRound;
  isIntact: boolean | null;
  onOpenDialog: (dialog: OpenDialog) => void;
};

/** The snapshot of a closed round and the council's decision. */
export function SnapshotFacts({ slug, round, isIntact, onOpenDialog }: Props) {
  const t = useTranslations('round');
  const format = useFormat();
  const { frozen: snapshot, decision, can } = round;
  if (!snapshot) return null;
  return (
    <div className={styles['snapshot']}>
      <Facts>
        <Fact name={t('frozen.when')}>
          {format.dateTime(snapshot.takenAt)}
          {snapshot.number > 1 && ` (${t('frozen.number', { number: snapshot.number })})`}
        </Fact>
        <Fact name={t('frozen.hash')}>
          {isIntact === false ? (
            <Notice icon="alert" tone="warning">
              {t('frozen.changed')}
            </Notice>
          ) : (
            t('frozen.intact')
          )}
          <Details summary={t('frozen.showHash')}>
            <code className={styles['hash']}>{snapshot.hash}</code>
            <p className={styles['small']}>{t('frozen.hashText')}</p>
          </Details>
        </Fact>
        <Fact name={t('decision.name')}>
          {decision
            ? t('decided', { date: dayText(decision.date), section: bareSection(decision.section) })
            : t('decision.none')}
          {can.edit && (
            <p>
              <Button size="small" onClick={() => onOpenDialog({ kind: 'decide' })}>
                {t(decision ? 'decision.change' : 'decision.add')}
              </Button>
            </p>
          )}
        </Fact>
        <Fact name={t('frozen.board')}>
          <a href={boardPath(slug, round.year, { round: [round.slug] })}>{t('frozen.see')}</a>
        </Fact>
      </Facts>
    </div>
  );
}
