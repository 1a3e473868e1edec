import type { Board, BoardGoal, BoardMeasure } from '@vointi/shared/plan/contract.ts';
import { forEachLanguage, textIn, type Language, type Text } from '@vointi/shared/text/text.ts';
import { ageGroupChoices } from '@vointi/shared/measure/progress.ts';
import { shortNameOf } from '../../../domain/measure/text.ts';
import { rankOf } from '../../../domain/measure/status.ts';
import type { Sort, SortColumn } from '../board-search.ts';
import type { DepartmentOf } from './use-departments.ts';

export type Row = { measure: BoardMeasure; goal: BoardGoal };

type Compare = (one: Row, other: Row) => number;

const collators = forEachLanguage((language) => new Intl.Collator(language, { numeric: true }));

function comparers(board: Board, language: Language, departmentOf: DepartmentOf): Record<SortColumn, Compare> {
  const collator = collators[language];
  const localize = (text: Text | undefined) => (text ? textIn(text, language).text : '');
  const by =
    (text: (row: Row) => string): Compare =>
    (one, other) =>
      collator.compare(text(one), text(other));
  const indexOf = (goal: BoardGoal) => board.goals.findIndex(({ slug }) => slug === goal.slug);
  const age = ({ measure }: Row) => ageGroupChoices.indexOf(measure.ageGroup ?? 'unspecified');
  return {
    status: (one, other) => rankOf(one.measure.status) - rankOf(other.measure.status),
    measure: by(({ measure }) => localize(measure.title)),
    goal: (one, other) => indexOf(one.goal) - indexOf(other.goal),
    ageGroup: (one, other) => age(one) - age(other),
    departments: by(({ measure }) =>
      measure.assignments
        .map(({ department }) => departmentOf(department))
        .map((department) => localize(department && shortNameOf(department)))
        .join('\n'),
    ),
  };
}

/** The measures as rows. Rows that compare equal keep the order of the plan. */
export function rowsOf(board: Board, sort: Sort | null, language: Language, departmentOf: DepartmentOf): Row[] {
  const rows = board.goals.flatMap((goal) => goal.measures.map((measure) => ({ measure, goal })));
  if (!sort) return rows;
  const compare = comparers(board, language, departmentOf)[sort.column];
  return rows.toSorted((one, other) => (sort.order === 'ascending' ? compare(one, other) : compare(other, one)));
}
