import type { ReactNode } from 'react';
import styles from './empty.module.css';

type Props = { title: string; children?: ReactNode; actions?: ReactNode };

/** Shown where there is no data: what that means and what to do. */
export const Empty = ({ title, children, actions }: Props) => (
  <section className={styles['empty']}>
    <h2>{title}</h2>
    {children}
    {actions && <div className={styles['actions']}>{actions}</div>}
  </section>
);
