import { useQuery } from '@tanstack/react-query';
import type { Board } from '@vointi/shared/plan/contract.ts';
import type { PublicRound } from '@vointi/shared/round/contract.ts';
import { useTranslations } from 'use-intl';
import { listRounds } from '@vointi/shared/round/endpoints.ts';
import { call } from '../../lib/call.ts';
import { useFormat } from '../../lib/format.ts';
import { LocalizedText } from '../../lib/text.tsx';
import { bareSection } from '../../lib/section.ts';
import { Details } from '../../ui/details.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { writeSearch, type BoardSearch } from './board-search.ts';
import { boardPath } from '../../domain/paths.ts';
import styles from './round-list.module.css';

type Props = { board: Board; search: BoardSearch };

const roundsQuery = (slug: string, year: string) => ({
  queryKey: ['board-rounds', slug, year],
  queryFn: ({ signal }: { signal: AbortSignal }) => call(listRounds, { params: { slug, year } }, signal),
});

/** Links to the current board and to each closed round, with the active filters. */
export function RoundList({ board, search }: Props) {
  const t = useTranslations('asOf');
  const { slug } = board.municipality;
  const { data, error, refetch } = useQuery(roundsQuery(slug, String(board.year)));
  if (!data)
    return error ? (
      <ErrorNotice error={error} onRetry={() => void refetch()} />
    ) : (
      <Skeleton width="16rem" height="6rem" />
    );
  const pathOf = (round: string | undefined) => boardPath(slug, board.year, writeSearch({ ...search, round }));
  const closed = data.rounds.filter(({ state }) => state === 'closed');
  return (
    <ul className={styles['list']}>
      <li>
        <a href={pathOf(undefined)} aria-current={search.round === undefined ? 'true' : undefined}>
          <b>{t('now')}</b>
          <span>{t('nowText')}</span>
        </a>
      </li>
      {closed.map((round) => (
        <li key={round.slug}>
          {round.frozen ? (
            <a href={pathOf(round.slug)} aria-current={search.round === round.slug ? 'true' : undefined}>
              <Name round={round} />
            </a>
          ) : (
            <div>
              <Name round={round} />
            </div>
          )}
          {round.frozen && (
            <Details summary={t('showHash')}>
              <code>{round.frozen.hash}</code>
            </Details>
          )}
        </li>
      ))}
    </ul>
  );
}

function Name({ round }: { round: PublicRound }) {
  const t = useTranslations('asOf');
  const format = useFormat();
  const { frozen: snapshot, decision } = round;
  return (
    <>
      <b>
        <LocalizedText text={round.name} />
      </b>
      <span>{snapshot ? t('frozen', { date: format.date(snapshot.takenAt) }) : t('notFrozen')}</span>
      {decision && (
        <span>{t('decision', { date: format.date(decision.date), section: bareSection(decision.section) })}</span>
      )}
    </>
  );
}
