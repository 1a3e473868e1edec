import { useTranslations } from 'use-intl';
import { sortColumns, toSortName, type Sort } from '../board-search.ts';
import styles from './table-view.module.css';
import { useColumnWord } from './use-column-word.ts';

const orders = ['ascending', 'descending'] as const;

/** Chooses the sort order where the heads of the columns do not fit. */
export function SortSelect({ sort, onSort }: { sort: Sort | null; onSort: (sort: Sort | null) => void }) {
  const t = useTranslations('plan');
  const word = useColumnWord();
  const options = sortColumns.flatMap((column) => orders.map((order) => ({ column, order })));
  return (
    <label className={styles['sort']}>
      {t('table.sortBy')}
      <select
        value={toSortName(sort)}
        onChange={({ target }) => onSort(options.find((option) => toSortName(option) === target.value) ?? null)}
      >
        <option value="">{t('table.planOrder')}</option>
        {options.map((option) => (
          <option key={toSortName(option)} value={toSortName(option)}>
            {t(`table.${option.order}`, { column: word(option.column) })}
          </option>
        ))}
      </select>
    </label>
  );
}
