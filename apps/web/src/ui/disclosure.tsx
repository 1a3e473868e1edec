import type { ReactNode } from 'react';
import styles from './disclosure.module.css';
import { Icon } from './icon.tsx';

/** More of the same thing, in place. */
export const Disclosure = ({ summary, children }: { summary: ReactNode; children: ReactNode }) => (
  <details className={styles['details']}>
    <summary className={styles['summary']}>
      {summary}
      <Icon name="chevron" size={12} />
    </summary>
    {children}
  </details>
);
