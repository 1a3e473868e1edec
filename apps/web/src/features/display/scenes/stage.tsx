import type { CSSProperties, ReactNode } from 'react';
import { cx } from '../../../ui/cx.ts';
import styles from './stage.module.css';

type Props = {
  theme: 'dark' | 'light';
  /** Offset of the picture against burn-in, in hundredths of its height. */
  drift?: readonly [x: number, y: number];
  isDimmed?: boolean;
  children: ReactNode;
};

/** The 16:9 picture, as large as its container; sizes in it are hundredths of its height. */
export const Stage = ({ theme, drift = [0, 0], isDimmed = false, children }: Props) => (
  <div className={cx(styles['frame'], styles[theme])}>
    <div className={cx(styles['stage'], isDimmed && styles['dimmed'])}>
      <div className={styles['picture']} style={{ '--x': `${drift[0]}cqh`, '--y': `${drift[1]}cqh` } as CSSProperties}>
        {children}
      </div>
    </div>
  </div>
);

/** A sentence in the middle of the screen. */
export const Message = ({ text, more }: { text: string; more?: string }) => (
  <div className={styles['message']}>
    <p className={styles['text']}>{text}</p>
    {more && <p className={styles['more']}>{more}</p>}
  </div>
);
