import type { Progress, Status } from '@vointi/shared/measure/progress.ts';
import type { BoardMeasure } from '@vointi/shared/plan/contract.ts';
import type { Text } from '@vointi/shared/text/text.ts';
import type { ReactNode } from 'react';
import { useLocalizedText } from '../../lib/text.tsx';
import { Light } from './light.tsx';
import styles from './measure-rows.module.css';
import { MeasureTags } from './measure-tags.tsx';
import { measurePath } from '../paths.ts';
import { useStatusWord } from './text.ts';

export const MeasureRows = ({ children }: { children: ReactNode }) => <ul className={styles['rows']}>{children}</ul>;

type Props = {
  href: { municipality: string; year: number };
  measure: { code: string; title: Text } & Partial<Pick<BoardMeasure, 'isNew' | 'recurrence' | 'ageGroup'>>;
  /** The measure's light, or one department's own: the page decides. */
  status: Status;
  assignments?: readonly { progress: Progress | null }[] | undefined;
  /** Shown after the status word: departments, a note. */
  children?: ReactNode;
};

/** A measure as a row: light, status word and a link. */
export function MeasureRow({ href, measure, status, assignments, children }: Props) {
  const localize = useLocalizedText();
  const word = useStatusWord();
  const { isNew, recurrence } = measure;
  return (
    <li>
      <Light status={status} assignments={assignments} />
      <div className={styles['text']}>
        <a
          href={measurePath(href.municipality, href.year, measure.code)}
          className={styles['title']}
          {...localize.in(measure.title)}
        />
        <p className={styles['meta']}>
          <b>{word(status)}</b>
          {children}
        </p>
        {isNew !== undefined && recurrence !== undefined && (
          <div className={styles['tags']}>
            <MeasureTags measure={{ isNew, recurrence, ageGroup: measure.ageGroup ?? null }} />
          </div>
        )}
      </div>
    </li>
  );
}
