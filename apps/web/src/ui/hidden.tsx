import type { ReactNode } from 'react';
import styles from './hidden.module.css';

export const hiddenClass = styles['hidden'];

/** Text for screen readers only. */
export const Hidden = ({ children }: { children: ReactNode }) => <span className={hiddenClass}>{children}</span>;
