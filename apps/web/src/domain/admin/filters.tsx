import { chosenOf, type FilterOf, type Shapes } from '@vointi/shared/filter/field.ts';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Select } from '../../ui/form/select.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import styles from './filters.module.css';

/** Search and filters above a list. */
export function Filters({ children }: { children: ReactNode }) {
  const t = useTranslations('admin');
  return (
    <search aria-label={t('filters')} className={styles['filters']}>
      {children}
    </search>
  );
}

type Change<F extends Shapes> = { filter: FilterOf<F>; change: (patch: Partial<FilterOf<F>>) => void };

/** Searches the list by text; another text begins from the first page. */
export const FilterSearch = <F extends Shapes & Record<'q', { kind: 'text' }>>({
  label,
  list: { filter, change },
}: {
  label: string;
  list: Change<F>;
}) => (
  <SearchField
    className={styles['wide']}
    label={label}
    value={chosenOf(filter, 'q')[0] ?? ''}
    onSearch={(q) => change({ q: q || undefined, page: undefined } as Partial<FilterOf<F>>)}
  />
);

type SelectProps<F extends Shapes> = {
  name: keyof FilterOf<F>;
  label: string;
  list: Change<F>;
  options: readonly { value: string; label: string }[];
};

/** One value of a filter, or any. */
export function FilterSelect<F extends Shapes>({ name, label, list: { filter, change }, options }: SelectProps<F>) {
  const t = useTranslations('form');
  return (
    <Select
      label={label}
      value={String(filter[name] ?? '')}
      onChange={({ target }) => change({ [name]: target.value || undefined } as Partial<FilterOf<F>>)}
      options={[{ value: '', label: t('any') }, ...options]}
    />
  );
}

/** Actions for the whole list, above it. */
export const Toolbar = ({ children }: { children: ReactNode }) => <div className={styles['toolbar']}>{children}</div>;
