import { useTranslations } from 'use-intl';
import { Button } from '../../../ui/button.tsx';
import type { Draft } from './draft.ts';
import { gridKey, type Grid } from './model.ts';
import styles from './sheet.module.css';
import type { Conflict } from './use-grid.ts';

type Props = {
  grid: Grid;
  refusals: readonly { key: string; text: string }[];
  conflicts: readonly Conflict[];
  textOf: (key: string) => string;
  /** Text and metadata of a draft in one line. */
  draftText: (draft: Draft) => string;
  onTheirs: (conflict: Conflict) => void;
  onMine: (key: string) => void;
};

/** Lists what prevents saving, each with its row and column. */
export function Problems({ grid, refusals, conflicts, textOf, draftText, onTheirs, onMine }: Props) {
  const t = useTranslations('grid');
  const nameOf = cellNames(grid);
  return (
    <section className={styles['problems']}>
      {refusals.length > 0 && (
        <>
          <h2>{t('refused', { count: refusals.length })}</h2>
          <ul>
            {refusals.map(({ key, text }) => (
              <li key={key}>{t('refusedCell', { ...nameOf(key), reason: text, given: textOf(key).slice(0, 60) })}</li>
            ))}
          </ul>
        </>
      )}
      {conflicts.length > 0 && (
        <>
          <h2>{t('conflict', { count: conflicts.length })}</h2>
          <p>{t('conflictText')}</p>
          <ul>
            {conflicts.map((conflict) => (
              <li key={conflict.key}>
                <span>
                  {t('conflictCell', {
                    ...nameOf(conflict.key),
                    theirs: draftText(conflict.theirs),
                    mine: draftText(conflict.mine),
                  })}
                </span>
                <Button size="small" onClick={() => onTheirs(conflict)}>
                  {t('takeTheirs')}
                </Button>
                <Button size="small" onClick={() => onMine(conflict.key)}>
                  {t('keepMine')}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** The row number (from 1; 0 for a row of another page) and the labels of a cell. */
function cellNames(grid: Grid): (key: string) => { number: number; row: string; column: string } {
  const numbers = new Map(
    grid.rows.flatMap((row, index) => grid.columns.map((column) => [gridKey(row.key, column.key), index + 1])),
  );
  return (key) => ({ number: numbers.get(key) ?? 0, ...(grid.cells.get(key)?.names ?? { row: '', column: '' }) });
}
