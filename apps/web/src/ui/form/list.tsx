import type { ReactNode } from 'react';
import styles from './list.module.css';

/** A list of items with facts and actions: columns on wide screens, cards on narrow ones. */
export const List = ({ label, children }: { label: string; children: ReactNode }) => (
  <ul aria-label={label} className={styles['rows']}>
    {children}
  </ul>
);

export const ListRow = ({ children }: { children: ReactNode }) => <li className={styles['row']}>{children}</li>;
export const ListPart = ({ children }: { children?: ReactNode }) => <div className={styles['part']}>{children}</div>;
export const ListNote = ({ children }: { children: ReactNode }) => <p className={styles['quiet']}>{children}</p>;
export const ListActions = ({ children }: { children?: ReactNode }) => (
  <div className={styles['actions']}>{children}</div>
);
