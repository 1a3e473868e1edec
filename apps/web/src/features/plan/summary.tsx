import type { Board } from '@vointi/shared/plan/contract.ts';
import type { Status } from '@vointi/shared/measure/progress.ts';
import { useTranslations } from 'use-intl';
import { Hidden } from '../../ui/hidden.tsx';
import { AgesText, lightsOf } from '../../domain/measure/ages.tsx';
import { Change } from '../../domain/measure/change.tsx';
import { Legend } from '../../domain/measure/legend.tsx';
import { Light } from '../../domain/measure/light.tsx';
import { StatusBar } from '../../domain/measure/status-bar.tsx';
import { carriedShares, statusOrder } from '../../domain/measure/status.ts';
import { useStatusWord } from '../../domain/measure/text.ts';
import type { BoardSearch } from './board-search.ts';
import { Freshness } from './freshness.tsx';
import type { FilteredBoard } from './filter-board.ts';
import styles from './summary.module.css';
import type { ChangeSearch } from './use-board-search.ts';

type Props = { board: Board; filtered: FilteredBoard; search: BoardSearch; change: ChangeSearch };

/** The state of the plan in five figures, each a filter by that status. */
export function Summary({ board, filtered, search, change }: Props) {
  const t = useTranslations('plan');
  const word = useStatusWord();
  const counts = filtered.facets.status;
  const measures = filtered.board.goals.flatMap((goal) => goal.measures);
  const toggle = (status: Status) => {
    const isOnly = search.status.length === 1 && search.status[0] === status;
    change({ status: isOnly ? [] : [status] });
  };
  return (
    <section aria-label={t('summary')} className={styles['summary']}>
      <AgesText {...filtered.board} lights={lightsOf(measures)} className={styles['ages']} />
      <div className={styles['figures']}>
        {statusOrder.map((status) => (
          <button
            key={status}
            type="button"
            className={styles['figure']}
            aria-pressed={search.status.includes(status)}
            disabled={counts[status] === 0 && !search.status.includes(status)}
            onClick={() => toggle(status)}
          >
            <span className={styles['number']}>
              <Light status={status} />
              {counts[status]}
            </span>
            <span className={styles['word']}>{word(status)}</span>
            <Hidden>{t('onlyThese')}</Hidden>
          </button>
        ))}
        <div className={styles['legend']}>
          <Legend align="end" />
        </div>
      </div>
      <StatusBar counts={counts} carried={carriedShares(measures)} size="l" chosen={search.status} />
      <Change change={filtered.board.change} className={styles['change']} />
      <Freshness board={board} search={search} />
    </section>
  );
}
