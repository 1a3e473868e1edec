import type { ReactNode } from 'react';
import { PageHeading } from '../../ui/page-heading.tsx';
import styles from './centered-layout.module.css';

type Props = { title: string; heading?: ReactNode; lead?: ReactNode; children: ReactNode };

/** A narrow page for a single task, centred. */
export const CenteredLayout = ({ title, heading, lead, children }: Props) => (
  <div className={styles['narrow']}>
    <div className={styles['head']}>
      <PageHeading title={title}>{heading ?? title}</PageHeading>
      {lead && <div className={styles['lead']}>{lead}</div>}
    </div>
    {children}
  </div>
);
