import type { ReactNode } from 'react';
import { PageHeading } from '../../ui/page-heading.tsx';
import styles from './narrow.module.css';

type Props = { title: string; heading?: ReactNode; lead?: ReactNode; children: ReactNode };

/** A page with one thing to do. */
export const Narrow = ({ title, heading, lead, children }: Props) => (
  <div className={styles['narrow']}>
    <div className={styles['head']}>
      <PageHeading title={title}>{heading ?? title}</PageHeading>
      {lead && <div className={styles['lead']}>{lead}</div>}
    </div>
    {children}
  </div>
);
