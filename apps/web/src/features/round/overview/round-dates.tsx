import type { ManagedRound } from '@vointi/shared/round/manage-contract.ts';
import { useTranslations } from 'use-intl';
import { useFormat } from '../../../lib/format.ts';
import { LocalizedText } from '../../../lib/text.tsx';
import { Lead } from '../../../ui/detail.tsx';
import styles from './overview.module.css';
import { daysBetween, today } from '../today.ts';
import { useDays } from '../use-days.ts';

/** The assessed period, the dates and the days left. */
export function RoundDates({ round }: { round: ManagedRound }) {
  const t = useTranslations('round');
  const days = useDays();
  return (
    <Lead>
      {t('assessedIs')} <LocalizedText text={round.periodAssessed} />. {t('asked')} {days(round)}.{' '}
      <Left round={round} />
    </Lead>
  );
}

function Left({ round: { state, opensOn, closesOn, closedAt } }: { round: ManagedRound }) {
  const t = useTranslations('round');
  const format = useFormat();
  if (state === 'closed') return closedAt && t('closedAt', { when: format.dateTime(closedAt) });
  const day = state === 'planned' ? opensOn : closesOn;
  if (day === null) return null;
  const left = daysBetween(today(), day);
  if (state === 'planned') return t('opensIn', { days: Math.max(left, 0) });
  return <b className={styles['left']}>{left < 0 ? t('overBy', { days: -left }) : t('left', { days: left })}</b>;
}
