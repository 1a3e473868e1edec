import type { Board, DepartmentRef } from '@vointi/shared/plan/contract.ts';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { LocalizedText, useLocalizedText } from '../../../lib/text.tsx';
import { Hidden } from '../../../ui/hidden.tsx';
import { Table } from '../../../ui/table.tsx';
import { Light } from '../../../domain/measure/light.tsx';
import { statusOrder } from '../../../domain/measure/status.ts';
import { useStatusWord } from '../../../domain/measure/text.ts';
import { writeSearch, type BoardSearch } from '../board-search.ts';
import { boardPath } from '../../../domain/paths.ts';
import { matrixOf, type Cell } from './matrix-cells.ts';
import styles from './matrix-view.module.css';

type Props = { board: Board; search: BoardSearch };

/** Counts of lights by department (rows) and goal (columns). A cell links to its measures. */
export function MatrixView({ board, search }: Props) {
  const t = useTranslations('plan');
  const localize = useLocalizedText();
  const rows = useMemo(() => matrixOf(board, search.department), [board, search.department]);
  const addressOf = (department: string, goal?: string) =>
    boardPath(
      board.municipality.slug,
      board.year,
      writeSearch({ ...search, view: 'cards', department: [department], goal: goal ? [goal] : search.goal }),
    );
  return (
    <div className={styles['view']}>
      <p className={styles['hint']}>{t('matrix.hint')}</p>
      <Table label={t('matrix.label')} className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">{t('department')}</th>
            {board.goals.map(({ slug, shortName }) => (
              <th key={slug} scope="col" {...localize.in(shortName)} />
            ))}
            <th scope="col">{t('matrix.total')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ department, cells, total }) => (
            <tr key={department.slug}>
              <th scope="row">
                <LocalizedText text={department.name} />
              </th>
              {board.goals.map(({ slug, shortName }) => (
                <td key={slug}>
                  <Lights
                    cell={cells.get(slug)}
                    href={addressOf(department.slug, slug)}
                    department={department}
                    goal={localize(shortName)}
                  />
                </td>
              ))}
              <td>
                <Lights
                  cell={total}
                  href={addressOf(department.slug)}
                  department={department}
                  goal={t('matrix.total')}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </div>
  );
}

type LightsProps = { cell: Cell | undefined; href: string; department: DepartmentRef; goal: string };

function Lights({ cell, href, department, goal }: LightsProps) {
  const t = useTranslations('plan');
  const measure = useTranslations('measure');
  const localize = useLocalizedText();
  const word = useStatusWord();
  if (!cell) {
    return (
      <span className={styles['none']}>
        <Hidden>{t('matrix.none')}</Hidden>
      </span>
    );
  }
  return (
    <a href={href} className={styles['cell']}>
      <Hidden>{t('matrix.cell', { department: localize(department.name), goal })} </Hidden>
      {statusOrder.flatMap((status) => {
        if (status === 'mixed') return [];
        const carried = cell.carried[status] ?? 0;
        return [cell[status] - carried, carried].map(
          (count, index) =>
            count > 0 && (
              <span key={`${status} ${index}`} className={styles['count']}>
                <Light status={status} carried={index === 1 ? 'all' : 'none'} size="s" />
                {count}
                <Hidden>
                  {' '}
                  {word(status).toLowerCase()}
                  {index === 1 && `, ${measure('carried').toLowerCase()}`}
                </Hidden>
              </span>
            ),
        );
      })}
    </a>
  );
}
