import type { ReactNode } from 'react';
import styles from './hidden.module.css';

export const hiddenClass = styles['hidden'];

/** Text for those who listen to the page. */
export const Hidden = ({ children }: { children: ReactNode }) => <span className={hiddenClass}>{children}</span>;
