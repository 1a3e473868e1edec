import type { BoardMeasure } from '@vointi/shared/plan/contract.ts';
import { Fragment, memo } from 'react';
import { useTranslations } from 'use-intl';
import { T, useText } from '../../../lib/text.tsx';
import { Tag } from '../../../ui/tag.tsx';
import { answerOf, callName, Light, measurePath, useStatusWord } from '../../measure/public.ts';
import styles from './cards-view.module.css';
import type { DepartmentOf } from './use-departments.ts';

type Props = { measure: BoardMeasure; municipality: string; year: number; departmentOf: DepartmentOf };

/** A measure at a glance. Few elements: a plan may have 300 of these. */
export const Tile = memo(function Tile({ measure, municipality, year, departmentOf }: Props) {
  const say = useText();
  const { code, title, status, assignments } = measure;
  return (
    <li className={styles['tile']}>
      <Light status={status} assignments={assignments} size="l" />
      <a href={measurePath(municipality, year, code)} className={styles['title']} {...say.in(title)} />
      {status === 'mixed' ? (
        <Answers measure={measure} departmentOf={departmentOf} />
      ) : (
        <Agreed measure={measure} departmentOf={departmentOf} />
      )}
      <Tags measure={measure} />
    </li>
  );
});

type PartProps = { measure: BoardMeasure; departmentOf: DepartmentOf };

/** All departments say the same: one word, then who says it. */
function Agreed({ measure: { status, previousStatus, assignments }, departmentOf }: PartProps) {
  const word = useStatusWord();
  const t = useTranslations('plan');
  const lower = useTranslations('measure');
  const isMoved = previousStatus !== null && previousStatus !== status;
  return (
    <p className={styles['meta']}>
      <b>{word(status)}</b>
      {isMoved && ` (${t('before', { status: lower(`lower.${previousStatus}`) })})`}
      {'\u00a0· '}
      {assignments.map(({ department }, at) => {
        const found = departmentOf(department);
        return (
          <Fragment key={department}>
            {at > 0 && ', '}
            {found && <T text={callName(found)} />}
          </Fragment>
        );
      })}
    </p>
  );
}

/** Departments differ: each with its own light and word. */
function Answers({ measure: { assignments }, departmentOf }: PartProps) {
  const word = useStatusWord();
  return (
    <ul className={styles['answers']}>
      {assignments.map(({ department, progress }) => {
        const found = departmentOf(department);
        return (
          <li key={department}>
            <Light status={answerOf(progress)} />
            <span>
              {found && <T text={callName(found)} />}: {word(answerOf(progress)).toLowerCase()}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

function Tags({ measure: { isNew, recurrence } }: { measure: BoardMeasure }) {
  const t = useTranslations('measure');
  if (!isNew && recurrence === 'one_off') return null;
  return (
    <div className={styles['tags']}>
      {isNew && <Tag>{t('new')}</Tag>}
      {recurrence !== 'one_off' && <Tag>{t(`recurrence.${recurrence}`)}</Tag>}
    </div>
  );
}
