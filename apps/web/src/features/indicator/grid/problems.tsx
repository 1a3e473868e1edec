import { useTranslations } from 'use-intl';
import { Button } from '../../../ui/button.tsx';
import type { Draft } from './draft.ts';
import { cellKey, type Grid } from './model.ts';
import styles from './sheet.module.css';
import type { Conflict } from './use-grid.ts';

type Props = {
  grid: Grid;
  refusals: readonly { key: string; text: string }[];
  conflicts: readonly Conflict[];
  textOf: (key: string) => string;
  /** What a draft holds, in a few words. */
  wordsOf: (draft: Draft) => string;
  onTheirs: (conflict: Conflict) => void;
  onMine: (key: string) => void;
};

/** Everything that keeps a grid from being saved, each with its row and its column. */
export function Problems({ grid, refusals, conflicts, textOf, wordsOf, onTheirs, onMine }: Props) {
  const t = useTranslations('grid');
  const nameOf = placeNames(grid);
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
                    theirs: wordsOf(conflict.theirs),
                    mine: wordsOf(conflict.mine),
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

/** Row and column of a cell, as people count them and as they are called; a row of another page has no number here. */
function placeNames(grid: Grid): (key: string) => { number: number; row: string; column: string } {
  const numbers = new Map(
    grid.rows.flatMap((row, at) => grid.columns.map((column) => [cellKey(row.key, column.key), at + 1])),
  );
  return (key) => ({ number: numbers.get(key) ?? 0, ...(grid.cells.get(key)?.names ?? { row: '', column: '' }) });
}
