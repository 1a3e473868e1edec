import { closingCheckKinds } from '@vointi/shared/round/closing-check-kind.ts';
import type { ManagedRound, RoundOverview } from '@vointi/shared/round/manage-contract.ts';
import { useTranslations } from 'use-intl';
import { useLocalizedText } from '../../../lib/text.tsx';
import { ConfirmDialog } from '../../../ui/form/confirm-dialog.tsx';
import { AnswerBar, useAnswerCountText } from '../answer-bar.tsx';
import { daysBetween, today } from '../today.ts';
import { close } from '../writes.ts';
import styles from './overview.module.css';

type Props = { slug: string; overview: RoundOverview; onDone: (round: ManagedRound) => void; onClose: () => void };

/** Shows what closing does and what the snapshot would hold. */
export function CloseDialog({ slug, overview, onDone, onClose }: Props) {
  const { round, counts, lint } = overview;
  const t = useTranslations('round');
  const localize = useLocalizedText();
  const countText = useAnswerCountText();
  const kinds = closingCheckKinds
    .map((kind) => ({ kind, count: lint.filter((one) => one.kind === kind).length }))
    .filter(({ count }) => count > 0);
  return (
    <ConfirmDialog
      title={t('close.title', { name: localize(round.name) })}
      confirm={t('close.confirm')}
      onConfirm={async () => onDone(await close(slug, round))}
      onClose={onClose}
    >
      <ul>
        <li>{t('close.noMore')}</li>
        <li>{t('close.copied')}</li>
        <li>{t('close.reopening')}</li>
      </ul>
      <LeftBehind overview={overview} />
      <div className={styles['toClose']}>
        <AnswerBar counts={counts} size="l" />
        <p aria-hidden="true">{countText(counts)}</p>
      </div>
      {kinds.length > 0 && (
        <>
          <p>{t('close.lint')}</p>
          <ul>
            {kinds.map(({ kind, count }) => (
              <li key={kind}>{t('lint.group', { kind: t(`lint.kind.${kind}`), count })}</li>
            ))}
          </ul>
        </>
      )}
      {counts.missing > 0 && (
        <p>
          <b>{t('close.missing', { count: counts.missing })}</b>
        </p>
      )}
    </ConfirmDialog>
  );
}

/** What closing ends too soon: days that are left, answers under way and those that wait for an approver. */
function LeftBehind({ overview: { round, departments } }: Pick<Props, 'overview'>) {
  const t = useTranslations('round');
  const localize = useLocalizedText();
  const daysLeft = round.closesOn === null ? -1 : daysBetween(today(), round.closesOn);
  const listOf = (countOf: (one: RoundOverview['departments'][number]) => number) => {
    const some = departments.filter((one) => countOf(one) > 0);
    return {
      count: some.reduce((sum, one) => sum + countOf(one), 0),
      departments: some.map((one) => `${localize(one.department.name)} ${countOf(one)}`).join(', '),
    };
  };
  const drafts = listOf((one) => one.drafts);
  const waiting = listOf((one) => one.awaitingApproval);
  if (daysLeft < 0 && drafts.count + waiting.count === 0) return null;
  return (
    <ul>
      {daysLeft >= 0 && <li>{t('close.daysLeft', { count: daysLeft })}</li>}
      {drafts.count > 0 && <li>{t('close.drafts', drafts)}</li>}
      {waiting.count > 0 && <li>{t('close.waiting', waiting)}</li>}
    </ul>
  );
}
