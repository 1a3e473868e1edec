import type { Vector } from './elementary-cells.ts';
import { spend, type StepBudget } from './step-budget.ts';

/** Numbers closer to zero than this are rounding. */
const epsilon = 1e-7;

type Step = { row: number; times: number };
/** A given sum after elimination by the rows before it, scaled so that its first number is one. */
type Row = {
  input: number;
  index: number;
  columns: Vector;
  numbers: readonly number[];
  scale: number;
  taken: readonly Step[];
  value: number;
};
export type Term = { input: number; times: number };

/** Expresses a combination of rows as a combination of the given sums. */
function termsOf(steps: readonly Step[], rows: readonly Row[]): Term[] {
  const times = new Float64Array(rows.length);
  for (const step of steps) times[step.row] = step.times;
  const terms: Term[] = [];
  for (let index = rows.length - 1; index >= 0; index -= 1) {
    const row = rows[index];
    const own = (times[index] ?? 0) / (row?.scale ?? 1);
    if (!row || Math.abs(own) < epsilon) continue;
    terms.push({ input: row.input, times: own });
    for (const step of row.taken) times[step.row] = (times[step.row] ?? 0) - own * step.times;
  }
  return terms;
}

const valueOf = (steps: readonly Step[], rows: readonly Row[]): number =>
  steps.reduce((sum, { row, times }) => sum + times * (rows[row]?.value ?? 0), 0);

export type Solver = {
  /** The given sums that make the wanted one, each with its factor; null where they do not. */
  termsOf: (wanted: Vector) => Term[] | null;
  /** The value of the wanted sum; undefined where the given sums do not make it. */
  valueOf: (wanted: Vector) => number | undefined;
};

/**
 * Gaussian elimination over the published sums: what an outsider could calculate from them. Rows are sparse, because
 * most sums have few elementary cells. @throws BudgetExceeded
 */
export function solverOf(
  shown: readonly Vector[],
  size: number,
  budget: StepBudget,
  values: readonly number[] = [],
): Solver {
  const rows: Row[] = [];
  const byFirst: (Row | undefined)[] = Array.from({ length: size });
  const left = new Float64Array(size);
  let end = size;
  /** Eliminates the vector; returns the first column that no row can eliminate, or -1 when nothing is left. */
  function reduce(vector: Vector, taken: Step[]): number {
    left.fill(0, 0, end);
    end = (vector.at(-1) ?? -1) + 1;
    for (const index of vector) left[index] = 1;
    spend(budget, end - (vector[0] ?? 0));
    for (let first = vector[0] ?? size; first < end; first += 1) {
      const times = left[first] ?? 0;
      if (Math.abs(times) < epsilon) continue;
      const row = byFirst[first];
      if (!row) return first;
      const { columns, numbers } = row;
      for (let index = 0; index < columns.length; index += 1) {
        const column = columns[index] ?? 0;
        left[column] = (left[column] ?? 0) - times * (numbers[index] ?? 0);
      }
      end = Math.max(end, (columns.at(-1) ?? 0) + 1);
      spend(budget, columns.length);
      taken.push({ row: row.index, times });
    }
    return -1;
  }
  shown.forEach((sum, index) => {
    const taken: Step[] = [];
    const first = reduce(sum, taken);
    if (first < 0) return;
    const scale = left[first] ?? 1;
    const columns: number[] = [];
    for (let column = first; column < end; column += 1) if (Math.abs(left[column] ?? 0) > epsilon) columns.push(column);
    const numbers = columns.map((column) => (left[column] ?? 0) / scale);
    const value = ((values[index] ?? 0) - valueOf(taken, rows)) / scale;
    const row = { input: index, index: rows.length, columns, numbers, scale, taken, value };
    rows.push(row);
    byFirst[first] = row;
  });
  const stepsTo = (wanted: Vector): Step[] | null => {
    const taken: Step[] = [];
    return reduce(wanted, taken) < 0 ? taken : null;
  };
  return {
    termsOf: (wanted) => {
      const steps = stepsTo(wanted);
      if (steps) spend(budget, rows.length);
      return steps && termsOf(steps, rows);
    },
    valueOf: (wanted) => {
      const steps = stepsTo(wanted);
      return steps ? valueOf(steps, rows) : undefined;
    },
  };
}
