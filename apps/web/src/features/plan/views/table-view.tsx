import type { Board } from '@vointi/shared/plan/contract.ts';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { useLanguage } from '../../../lib/intl.tsx';
import { SortHead, Table } from '../../../ui/table.tsx';
import { sortColumns, type Sort } from '../board-search.ts';
import type { ChangeSearch } from '../use-board-search.ts';
import { SortSelect } from './sort-select.tsx';
import { TableRow } from './table-row.tsx';
import { rowsOf } from './table-rows.ts';
import styles from './table-view.module.css';
import { useColumnWord } from './use-column-word.ts';
import { useDepartments } from './use-departments.ts';
import { useRounds } from './use-rounds.ts';

type Props = { board: Board; sort: Sort | null; change: ChangeSearch };

/** The measures as a table that can be sorted; on a narrow screen each row becomes a card of its own. */
export function TableView({ board, sort, change }: Props) {
  const t = useTranslations('plan');
  const language = useLanguage();
  const word = useColumnWord();
  const departmentOf = useDepartments(board);
  const roundsOf = useRounds(board);
  const rows = useMemo(() => rowsOf(board, sort, language, departmentOf), [board, sort, language, departmentOf]);
  const choose = (chosen: Sort | null) => change({ sort: chosen }, { replace: true });
  return (
    <div className={styles['view']}>
      <SortSelect sort={sort} onSort={choose} />
      <Table label={t('table.label')} className={styles['table']}>
        <thead>
          <tr>
            {sortColumns.map((column) => (
              <SortHead
                key={column}
                order={sort?.column === column ? sort.order : undefined}
                onSort={(order) => choose({ column, order })}
              >
                {word(column)}
              </SortHead>
            ))}
            {roundsOf && <th scope="col">{t('table.rounds')}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ measure, goal }) => (
            <TableRow
              key={measure.id}
              measure={measure}
              goal={goal.shortName}
              municipality={board.municipality.slug}
              year={board.year}
              departmentOf={departmentOf}
              planRounds={board.rounds}
              rounds={roundsOf?.(measure.code)}
            />
          ))}
        </tbody>
      </Table>
    </div>
  );
}
