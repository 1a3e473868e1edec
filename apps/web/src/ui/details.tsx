import type { ReactNode } from 'react';
import styles from './details.module.css';
import { Icon } from './icon.tsx';

/** Content that opens in place. */
export const Details = ({ summary, children }: { summary: ReactNode; children: ReactNode }) => (
  <details className={styles['details']}>
    <summary className={styles['summary']}>
      {summary}
      <Icon name="chevron" size={12} />
    </summary>
    {children}
  </details>
);
