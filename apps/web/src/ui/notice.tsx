import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import { Icon, type IconName } from './icon.tsx';
import styles from './notice.module.css';

type Props = {
  children: ReactNode;
  icon?: IconName;
  tone?: 'quiet' | 'warning';
  actions?: ReactNode;
  /** Announced at once, for notices that appear later. */
  live?: boolean;
  className?: string | undefined;
};

/** A notice above the content. */
export const Notice = ({ children, icon = 'info', tone = 'quiet', actions, live = false, className }: Props) => (
  <div
    className={cx(styles['notice'], tone === 'warning' && styles['warning'], className)}
    role={live ? 'status' : undefined}
  >
    <Icon name={icon} size={20} />
    <div className={styles['text']}>{children}</div>
    {actions}
  </div>
);
