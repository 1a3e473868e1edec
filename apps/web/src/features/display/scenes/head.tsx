import type { ReactNode } from 'react';
import { soften } from '../../../lib/soft.ts';
import styles from './scene.module.css';

/** The headline of a scene, with the figure that sums it up beside it. */
export const Head = ({ text, lang, aside }: { text: string; lang?: string | undefined; aside?: ReactNode }) => (
  <header className={styles['head']}>
    <h1 className={styles['headline']} lang={lang}>
      {soften(text)}
    </h1>
    {aside && <p className={styles['aside']}>{aside}</p>}
  </header>
);
