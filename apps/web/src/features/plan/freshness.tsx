import type { Board } from '@vointi/shared/plan/contract.ts';
import { useTranslations } from 'use-intl';
import { useFormat } from '../../lib/format.ts';
import { T, useText } from '../../lib/text.tsx';
import styles from './summary.module.css';

/** Where the data comes from and how old it is; what is not known is said too. */
export function Freshness({ board }: { board: Board }) {
  const t = useTranslations('plan');
  const say = useText();
  const format = useFormat();
  const { source, focus, updatedAt } = board;
  return (
    <div className={styles['fresh']}>
      <p>{t('updated', { when: format.dateTime(updatedAt) })}</p>
      <p>
        <RoundWords board={board} />
      </p>
      {source && (
        <p>
          {t('source')} <T text={source} />
        </p>
      )}
      {focus.length > 0 && <p>{t('focus', { focus: format.list(focus.map(say)) })}</p>}
    </div>
  );
}

function RoundWords({ board }: { board: Board }) {
  const t = useTranslations('plan');
  const say = useText();
  const format = useFormat();
  const { round } = board;
  if (!round) return t('noRound');
  const isDated = board.goals.some(({ measures }) =>
    measures.some(({ assignments }) => assignments.some(({ reportedAt }) => reportedAt !== null)),
  );
  const name = t('round', { name: say(round.name), period: say(round.periodAssessed) });
  if (round.closesAt === null) return isDated ? name : `${name}. ${t('roundUndated')}`;
  // A round that closes at midnight is open until the day before.
  const when = { date: format.date(Date.parse(round.closesAt) - 1) };
  return `${name}, ${round.state === 'open' ? t('roundOpen', when) : t('roundClosed', when)}`;
}
