import type { BoardMeasure, PlanHead } from '@vointi/shared/plan/contract.ts';
import type { Text } from '@vointi/shared/text/text.ts';
import { memo } from 'react';
import { useTranslations } from 'use-intl';
import { useFormat } from '../../../lib/format.ts';
import { LocalizedText, useLocalizedText } from '../../../lib/text.tsx';
import { Tag } from '../../../ui/tag.tsx';
import { answerOf } from '../../../domain/measure/status.ts';
import { shortNameOf, useAgeGroupWord, useStatusWord } from '../../../domain/measure/text.ts';
import { Light } from '../../../domain/measure/light.tsx';
import { measurePath } from '../../../domain/paths.ts';
import { RoundGlyphs, type InRound } from '../../../domain/measure/round-glyphs.tsx';
import styles from './table-view.module.css';
import type { DepartmentOf } from './use-departments.ts';

type Props = {
  measure: BoardMeasure;
  goal: Text;
  municipality: string;
  year: number;
  departmentOf: DepartmentOf;
  /** Those that lights are named after. */
  planRounds: PlanHead['rounds'];
  /** The last rounds; undefined where there is no column for them. */
  rounds: readonly InRound[] | undefined;
};

export const TableRow = memo(function TableRow({
  measure,
  goal,
  municipality,
  year,
  departmentOf,
  planRounds,
  rounds,
}: Props) {
  const t = useTranslations('measure');
  const plan = useTranslations('plan');
  const localize = useLocalizedText();
  const status = useStatusWord();
  const ageGroup = useAgeGroupWord();
  const { code, title, isNew, recurrence, assignments } = measure;
  return (
    <tr>
      <td>
        <span className={styles['status']}>
          <Light status={measure.status} assignments={assignments} />
          {status(measure.status)}
        </span>
      </td>
      <th scope="row">
        <a href={measurePath(municipality, year, code)} className={styles['title']} {...localize.in(title)} />{' '}
        {isNew && <Tag>{t('new')}</Tag>} {recurrence !== 'one_off' && <Tag>{t(`recurrence.${recurrence}`)}</Tag>}
      </th>
      <td className={styles['muted']}>
        <LocalizedText text={goal} />
      </td>
      <td className={styles['muted']}>{ageGroup(measure.ageGroup)}</td>
      <td>
        <ul className={styles['answers']}>
          {assignments.map((assignment) => (
            <Answer
              key={assignment.department}
              assignment={assignment}
              isAlone={measure.status !== 'mixed'}
              departmentOf={departmentOf}
              planRounds={planRounds}
            />
          ))}
        </ul>
      </td>
      {rounds && (
        <td>
          <span className={styles['label']} aria-hidden="true">
            {plan('table.rounds')}
          </span>
          <RoundGlyphs rounds={rounds} />
        </td>
      )}
    </tr>
  );
});

type AnswerProps = Pick<Props, 'departmentOf' | 'planRounds'> & {
  assignment: BoardMeasure['assignments'][number];
  isAlone: boolean;
};

/** A department, with its own light when departments differ, and its note and date if any. */
function Answer({ assignment, isAlone, departmentOf, planRounds }: AnswerProps) {
  const t = useTranslations('measure');
  const format = useFormat();
  const word = useStatusWord();
  const localize = useLocalizedText();
  const { department, progress, note, reportedAt, isCarried, round } = assignment;
  const from = isCarried && planRounds.find(({ slug }) => slug === round);
  const departmentRef = departmentOf(department);
  return (
    <li>
      {!isAlone && <Light status={answerOf(progress)} assignments={[assignment]} size="s" />}
      <span>
        {departmentRef && <LocalizedText text={shortNameOf(departmentRef)} />}
        {!isAlone && `: ${word(answerOf(progress)).toLowerCase()}`}
        {from && (
          <span className={styles['muted']}>
            {', '}
            {t('fromRound', { round: localize(from.name) })}
          </span>
        )}
        {reportedAt && (
          <span className={styles['muted']}>{`, ${t('reported', { date: format.date(reportedAt) })}`}</span>
        )}
        {note && (
          <span className={styles['note']}>
            <LocalizedText text={note} />
          </span>
        )}
      </span>
    </li>
  );
}
