import type { ReactNode } from 'react';
import styles from './term.module.css';

export const TermRows = ({ children }: { children: ReactNode }) => <ul className={styles['rows']}>{children}</ul>;
