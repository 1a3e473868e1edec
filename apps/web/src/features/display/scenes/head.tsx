import type { ReactNode } from 'react';
import { hyphenate } from '../../../lib/hyphenate.ts';
import styles from './scene.module.css';

/** The headline of a scene, with the figure that sums it up beside it. */
export const Head = ({ text, lang, aside }: { text: string; lang?: string | undefined; aside?: ReactNode }) => (
  <header className={styles['head']}>
    <h1 className={styles['headline']} lang={lang}>
      {hyphenate(text)}
    </h1>
    {aside && <p className={styles['aside']}>{aside}</p>}
  </header>
);
