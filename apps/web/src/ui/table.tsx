import type { ComponentProps, ReactNode } from 'react';
import { cx } from './cx.ts';
import { Icon } from './icon.tsx';
import styles from './table.module.css';

type TableProps = ComponentProps<'table'> & { label: string };

/** A table that scrolls within its own region when it is wider than the page, by keyboard too. */
export const Table = ({ label, className, ...rest }: TableProps) => (
  <div className={styles['region']} role="region" aria-label={label} tabIndex={0}>
    <table className={cx(styles['table'], className)} {...rest} />
  </div>
);

type Order = 'ascending' | 'descending';
type SortProps = { children: ReactNode; order: Order | undefined; onSort: (order: Order) => void };

/** A column heading that sorts: first ascending, then descending. */
export const SortHead = ({ children, order, onSort }: SortProps) => (
  <th scope="col" aria-sort={order}>
    <button
      type="button"
      className={styles['sort']}
      onClick={() => onSort(order === 'ascending' ? 'descending' : 'ascending')}
    >
      {children}
      <Icon name={order === undefined ? 'updown' : order === 'ascending' ? 'up' : 'down'} size={12} />
    </button>
    {/* Text for print: browsers leave out buttons in repeated headings. */}
    <span aria-hidden="true" className={styles['printed']}>
      {children}
    </span>
  </th>
);
