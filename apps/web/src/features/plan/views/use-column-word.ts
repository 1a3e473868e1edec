import { useTranslations } from 'use-intl';
import type { SortColumn } from '../board-search.ts';

/** The text of a column's head. */
export function useColumnWord(): (column: SortColumn) => string {
  const t = useTranslations('plan');
  return (column) => {
    if (column === 'measure' || column === 'departments') return t(`table.${column}`);
    return t(column);
  };
}
