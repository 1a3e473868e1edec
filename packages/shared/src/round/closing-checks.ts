import type { Progress } from '../measure/progress.ts';
import { helsinkiDay } from '../text/helsinki.ts';
import type { Text } from '../text/text.ts';
import { type ClosingCheckKind, closingCheckKinds } from './closing-check-kind.ts';
import { findContinuation, findOverdueDates } from './note-phrases.ts';

/** An assignment with its answer in the round. */
export type CheckedAssignment<Department extends { slug: string }> = {
  measure: { code: string; title: Text };
  department: Department;
  /** Null: no answer in this round. */
  progress: Progress | null;
  note: string | null;
  /** The answer is sent, and the department's approver has not confirmed it. */
  isAwaitingApproval: boolean;
  /** The measure's annual indicators, and whether each has a value for the plan's year. */
  figures: readonly { name: Text; hasValue: boolean }[];
};

export type ClosingCheckResult<Department> = {
  kind: ClosingCheckKind;
  measure: { code: string; title: Text };
  department: Department | null;
  words: string | null;
};

/** Titles that differ only in capitals, punctuation or spaces name the same activity. */
const activityOf = ({ title }: { title: Text }): string =>
  title.fi
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\d]+/gu, ' ')
    .trim();

const grouped = <Row>(rows: readonly Row[], keyOf: (row: Row) => string): Row[][] => [
  ...Map.groupBy(rows, keyOf).values(),
];

function checkAnswer<D extends { slug: string }>(row: CheckedAssignment<D>, today: string): ClosingCheckResult<D>[] {
  const { measure, department, progress, note } = row;
  const result = (kind: ClosingCheckKind, words: string | null = null) => ({ kind, measure, department, words });
  // An answer that waits for the approver is not missing.
  if (row.isAwaitingApproval) return [result('awaiting_approval')];
  if (progress === null) return [result('missing')];
  if (note === null) return [];
  const continuation = progress === 'done' ? findContinuation(note) : null;
  return [
    ...(continuation === null ? [] : [result('done_continues', continuation)]),
    ...findOverdueDates(note, today).map(({ words }) => result('past_date', words)),
  ];
}

/** Finds activities with different lights: among departments of one measure, or among measures with one title. */
function checkDifferences<D extends { slug: string }>(rows: readonly CheckedAssignment<D>[]): ClosingCheckResult<D>[] {
  return grouped(
    rows.filter(({ progress }) => progress !== null),
    ({ measure }) => activityOf(measure),
  )
    .filter((activity) => new Set(activity.map(({ progress }) => progress)).size > 1)
    .flatMap((activity) => {
      const measures = grouped(activity, ({ measure }) => measure.code).flatMap(([row]) => (row ? [row.measure] : []));
      return measures.map((measure) => {
        const others = measures.filter(({ code }) => code !== measure.code).map(({ code }) => code);
        return { kind: 'differs' as const, measure, department: null, words: others.join(', ') || null };
      });
    });
}

const checkValues = <D extends { slug: string }>(rows: readonly CheckedAssignment<D>[]): ClosingCheckResult<D>[] =>
  grouped(rows, ({ measure }) => measure.code).flatMap(([row]) =>
    row
      ? row.figures
          .filter(({ hasValue }) => !hasValue)
          .map(({ name }) => ({ kind: 'no_value' as const, measure: row.measure, department: null, words: name.fi }))
      : [],
  );

/** Lists what the coordinator should see before closing: kind by kind, each in the order of the rows. */
export function listClosingChecks<D extends { slug: string }>(
  rows: readonly CheckedAssignment<D>[],
  at: Date,
): ClosingCheckResult<D>[] {
  const today = helsinkiDay(at);
  const results = [...rows.flatMap((row) => checkAnswer(row, today)), ...checkDifferences(rows), ...checkValues(rows)];
  return closingCheckKinds.flatMap((kind) => results.filter((result) => result.kind === kind));
}
