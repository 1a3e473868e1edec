import type { ReactNode } from 'react';
import { cx } from '../../../ui/cx.ts';
import { useHighlights, useOpening } from './room-context.ts';
import styles from './scene.module.css';

type Props = { code: string; lights: ReactNode; wide?: boolean; children: ReactNode };

/** A measure's light and title. On a screen it opens over the whole picture. */
export function MeasureRow({ code, lights, wide = false, children }: Props) {
  const highlights = useHighlights();
  const opening = useOpening();
  const row = (
    <>
      <span className={cx(styles['glyph'], wide && styles['wide'])}>
        <span className={cx(styles['lamp'], highlights.has(code) && styles['marked'])}>{lights}</span>
      </span>
      <span className={styles['flow']}>{children}</span>
    </>
  );
  return (
    <li className={cx(styles['row'], opening?.chosen === code && styles['chosen'])}>
      {opening ? (
        <button type="button" tabIndex={-1} className={styles['open']} onClick={() => opening.open(code)}>
          {row}
        </button>
      ) : (
        row
      )}
    </li>
  );
}
