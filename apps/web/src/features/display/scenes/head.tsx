import type { ReactNode } from 'react';
import { soften } from '../../../lib/soft.ts';
import styles from './scene.module.css';

/** What the scene is about, and beside it the one figure that sums it up. */
export const Head = ({ text, lang, aside }: { text: string; lang?: string | undefined; aside?: ReactNode }) => (
  <header className={styles['head']}>
    <h1 className={styles['headline']} lang={lang}>
      {soften(text)}
    </h1>
    {aside && <p className={styles['aside']}>{aside}</p>}
  </header>
);
