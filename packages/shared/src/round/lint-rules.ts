import type { Progress } from '../measure/progress.ts';
import { helsinkiDay } from '../text/helsinki.ts';
import type { Text } from '../text/text.ts';
import { type LintKind, lintKinds } from './lint.ts';
import { brokenPromisesIn, goesOnIn } from './promises.ts';

/** An assignment as it stands in the round. */
export type LintRow<Department extends { slug: string }> = {
  measure: { code: string; title: Text };
  department: Department;
  /** Null: no answer in this round. */
  progress: Progress | null;
  note: string | null;
  /** Sent, and not yet confirmed by the department's approver. */
  isAwaitingApproval: boolean;
  /** The annual indicators of the measure, and whether each has a value for the plan's year. */
  figures: readonly { name: Text; hasValue: boolean }[];
};

export type LintFound<Department> = {
  kind: LintKind;
  measure: { code: string; title: Text };
  department: Department | null;
  words: string | null;
};

/** Titles that differ in capitals, punctuation or spaces only are of the same activity. */
const activityOf = ({ title }: { title: Text }): string =>
  title.fi
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\d]+/gu, ' ')
    .trim();

const grouped = <Row>(rows: readonly Row[], keyOf: (row: Row) => string): Row[][] => [
  ...Map.groupBy(rows, keyOf).values(),
];

function ofAnswer<D extends { slug: string }>(row: LintRow<D>, today: string): LintFound<D>[] {
  const { measure, department, progress, note } = row;
  const found = (kind: LintKind, words: string | null = null) => ({ kind, measure, department, words });
  // What waits for the approver is not missing: it is there, and somebody else's turn.
  if (row.isAwaitingApproval) return [found('awaiting_approval')];
  if (progress === null) return [found('missing')];
  if (note === null) return [];
  const goesOn = progress === 'done' ? goesOnIn(note) : null;
  return [
    ...(goesOn === null ? [] : [found('done_continues', goesOn)]),
    ...brokenPromisesIn(note, today).map(({ words }) => found('past_date', words)),
  ];
}

/** The same activity with different lights: the departments of one measure, or measures of one title. */
function differences<D extends { slug: string }>(rows: readonly LintRow<D>[]): LintFound<D>[] {
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

const valuesMissing = <D extends { slug: string }>(rows: readonly LintRow<D>[]): LintFound<D>[] =>
  grouped(rows, ({ measure }) => measure.code).flatMap(([row]) =>
    row
      ? row.figures
          .filter(({ hasValue }) => !hasValue)
          .map(({ name }) => ({ kind: 'no_value' as const, measure: row.measure, department: null, words: name.fi }))
      : [],
  );

/** What is worth a look before a round is closed, kind by kind, each in the order of the rows. */
export function lintRound<D extends { slug: string }>(rows: readonly LintRow<D>[], at: Date): LintFound<D>[] {
  const today = helsinkiDay(at);
  const found = [...rows.flatMap((row) => ofAnswer(row, today)), ...differences(rows), ...valuesMissing(rows)];
  return lintKinds.flatMap((kind) => found.filter((one) => one.kind === kind));
}
