import { carriedPartOf, carriedPartOfAges } from '@vointi/shared/measure/ages.ts';
import type { Status } from '@vointi/shared/measure/progress.ts';
import type { BoardMeasure, PlanHead } from '@vointi/shared/plan/contract.ts';
import type { Text } from '@vointi/shared/text/text.ts';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useLocalizedText } from '../../lib/text.tsx';
import { useLightWord } from './ages.tsx';
import { Light } from './light.tsx';
import styles from './measure-rows.module.css';
import { MeasureTags } from './measure-tags.tsx';
import { measurePath } from '../paths.ts';
import { useStatusWord } from './text.ts';

const none: PlanHead['rounds'] = [];

export const MeasureRows = ({ children }: { children: ReactNode }) => <ul className={styles['rows']}>{children}</ul>;

type Props = {
  href: { municipality: string; year: number };
  measure: { code: string; title: Text } & Partial<Pick<BoardMeasure, 'isNew' | 'recurrence' | 'ageGroup' | 'ages'>>;
  /** The measure's light, or one department's own: the page decides. */
  status: Status;
  assignments?: BoardMeasure['assignments'] | undefined;
  /** Those that lights are named after, where the page knows them. */
  rounds?: PlanHead['rounds'];
  /** Shown after the status word: departments, a note. */
  children?: ReactNode;
};

/** A measure as a row: light, status word and a link. */
export function MeasureRow({ href, measure, status, assignments, rounds = none, children }: Props) {
  const localize = useLocalizedText();
  const word = useStatusWord();
  const of = useLightWord({ rounds });
  const t = useTranslations('measure');
  const { isNew, recurrence, ages = null } = measure;
  const part = assignments ? carriedPartOf(assignments) : carriedPartOfAges(ages);
  const [light, ...others] = assignments ?? [];
  const isOfOneRound = light !== undefined && others.every(({ round }) => round === light.round);
  return (
    <li>
      <Light status={status} assignments={assignments} {...(!assignments && { carried: part })} />
      <div className={styles['text']}>
        <a
          href={measurePath(href.municipality, href.year, measure.code)}
          className={styles['title']}
          {...localize.in(measure.title)}
        />
        <p className={styles['meta']}>
          {part !== 'all' && <b>{word(status)}</b>}
          {part === 'some' && `, ${t('partlyCarried')}`}
          {part === 'all' &&
            (isOfOneRound ? of(word(status), light) : `${word(status)}, ${t('carried').toLowerCase()}`)}
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
