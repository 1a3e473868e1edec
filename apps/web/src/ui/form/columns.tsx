import type { ReactNode } from 'react';
import styles from './columns.module.css';

/** Two short fields beside each other where there is room. */
export const Columns2 = ({ children }: { children: ReactNode }) => <div className={styles['columns']}>{children}</div>;
