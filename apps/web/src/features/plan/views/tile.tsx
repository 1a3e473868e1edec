import type { BoardMeasure } from '@vointi/shared/plan/contract.ts';
import { memo, type ReactNode } from 'react';
import { Tag } from '../../../ui/tag.tsx';
import { answerOf } from '../../../domain/measure/status.ts';
import { shortNameOf } from '../../../domain/measure/text.ts';
import { Light } from '../../../domain/measure/light.tsx';
import { measurePath } from '../../../domain/paths.ts';
import styles from './cards-view.module.css';
import type { DepartmentOf } from './use-departments.ts';
import type { TileTexts } from './use-tile-texts.ts';

type PartProps = { measure: BoardMeasure; departmentOf: DepartmentOf; texts: TileTexts };
type Props = PartProps & { isHidden: boolean; municipality: string; year: number };

/** One measure. It has few elements and no hooks, since a plan may have 300 of them. */
export const Tile = memo(function Tile({ isHidden, ...content }: Props) {
  return (
    <li className={styles['tile']} hidden={isHidden}>
      <Content {...content} />
    </li>
  );
});

/** Memoized apart from its tile, so that hiding and showing a tile does not draw its content again. */
const Content = memo(function Content({ measure, municipality, year, departmentOf, texts }: Omit<Props, 'isHidden'>) {
  const { code, title, status, assignments, isNew, recurrence } = measure;
  const part = { measure, departmentOf, texts };
  return (
    <>
      <Light status={status} assignments={assignments} size="l" />
      <a href={measurePath(municipality, year, code)} className={styles['title']} {...texts.localize.in(title)} />
      {status === 'mixed' ? <Answers {...part} /> : <Agreed {...part} />}
      {(isNew || recurrence !== 'one_off') && (
        <div className={styles['tags']}>
          {isNew && <Tag>{texts.isNew}</Tag>}
          {recurrence !== 'one_off' && <Tag>{texts[recurrence]}</Tag>}
        </div>
      )}
    </>
  );
});

/** A department's name; an element of its own only where its language is not the page's. */
function nameOf(slug: string, { departmentOf, texts }: PartProps): ReactNode {
  const department = departmentOf(slug);
  if (!department) return slug;
  const { children, lang } = texts.localize.in(shortNameOf(department));
  return lang ? (
    <span key={slug} lang={lang}>
      {children}
    </span>
  ) : (
    children
  );
}

/** All departments gave the same answer: the status, then their names; those of each earlier round by themselves. */
function Agreed(props: PartProps) {
  const { measure, texts } = props;
  const { status, previousStatus, assignments } = measure;
  const isMoved = previousStatus !== null && previousStatus !== status;
  const groups = Map.groupBy(assignments, ({ isCarried, round }) => (isCarried ? round : null));
  return [null, ...[...groups.keys()].filter((round) => round !== null)].map((round) => {
    const own = groups.get(round);
    return (
      own && (
        <p key={round} className={styles['meta']}>
          {round === null ? <b>{texts.status[status]}</b> : texts.of(texts.status[status], { isCarried: true, round })}
          {round === null && isMoved && ` (${texts.before[previousStatus]})`}
          {'\u00a0· '}
          {own.flatMap(({ department }, index) => [index > 0 && ', ', nameOf(department, props)])}
        </p>
      )
    );
  });
}

/** Departments gave different answers: each with its own, in words. A light for each would cost four elements. */
function Answers(props: PartProps) {
  const { measure, texts } = props;
  return (
    <ul className={styles['answers']}>
      {measure.assignments.map(({ department, progress, isCarried, round }) => {
        const word = texts.of(texts.lower[answerOf(progress)], { isCarried, round });
        return (
          <li key={department}>
            {nameOf(department, props)}: {progress === null || isCarried ? word : <b>{word}</b>}
          </li>
        );
      })}
    </ul>
  );
}
