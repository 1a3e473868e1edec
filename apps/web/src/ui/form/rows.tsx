import type { ReactNode } from 'react';
import styles from './rows.module.css';

/** A list of things with a few facts and actions each: columns where there is room, cards where there is not. */
export const Rows = ({ label, children }: { label: string; children: ReactNode }) => (
  <ul aria-label={label} className={styles['rows']}>
    {children}
  </ul>
);

export const Row = ({ children }: { children: ReactNode }) => <li className={styles['row']}>{children}</li>;
export const RowPart = ({ children }: { children?: ReactNode }) => <div className={styles['part']}>{children}</div>;
export const RowNote = ({ children }: { children: ReactNode }) => <p className={styles['quiet']}>{children}</p>;
export const RowActions = ({ children }: { children?: ReactNode }) => (
  <div className={styles['actions']}>{children}</div>
);
