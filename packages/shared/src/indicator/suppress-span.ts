import type { Vector } from './suppress-atoms.ts';
import { spend, type Work } from './suppress-work.ts';

const nothing = 1e-7;

type Step = { row: number; times: number };
/** What is left of a sum when the rows before it are taken away, divided so that its first number is one. */
type Row = {
  at: number;
  index: number;
  where: Vector;
  numbers: readonly number[];
  scale: number;
  taken: readonly Step[];
  value: number;
};
export type Term = { at: number; times: number };

/** Rows in terms of the sums that were given. */
function termsOf(steps: readonly Step[], rows: readonly Row[]): Term[] {
  const times = new Float64Array(rows.length);
  for (const step of steps) times[step.row] = step.times;
  const terms: Term[] = [];
  for (let index = rows.length - 1; index >= 0; index -= 1) {
    const row = rows[index];
    const own = (times[index] ?? 0) / (row?.scale ?? 1);
    if (!row || Math.abs(own) < nothing) continue;
    terms.push({ at: row.at, times: own });
    for (const step of row.taken) times[step.row] = (times[step.row] ?? 0) - own * step.times;
  }
  return terms;
}

const valueOf = (steps: readonly Step[], rows: readonly Row[]): number =>
  steps.reduce((sum, { row, times }) => sum + times * (rows[row]?.value ?? 0), 0);

export type Solver = {
  /** Which of the sums make the wanted one, and how often each is added or taken away. */
  termsOf: (wanted: Vector) => Term[] | null;
  /** How much it is then. */
  valueOf: (wanted: Vector) => number | undefined;
};

/**
 * Gaussian elimination, as somebody would do who has all that is shown: tells which of the sums that are shown make
 * another one, and how often each is added or subtracted, or null when they do not. Most sums are of few groups, so
 * only what is not zero is kept. @throws TooMuch
 */
export function solverOf(shown: readonly Vector[], size: number, work: Work, values: readonly number[] = []): Solver {
  const rows: Row[] = [];
  const byFirst: (Row | undefined)[] = Array.from({ length: size });
  const left = new Float64Array(size);
  let end = size;
  /** Takes away what the rows can make, up to the first group of which something is left: -1 when nothing is. */
  function reduce(vector: Vector, taken: Step[]): number {
    left.fill(0, 0, end);
    end = (vector.at(-1) ?? -1) + 1;
    for (const at of vector) left[at] = 1;
    spend(work, end - (vector[0] ?? 0));
    for (let first = vector[0] ?? size; first < end; first += 1) {
      const times = left[first] ?? 0;
      if (Math.abs(times) < nothing) continue;
      const row = byFirst[first];
      if (!row) return first;
      const { where, numbers } = row;
      for (let at = 0; at < where.length; at += 1) {
        const place = where[at] ?? 0;
        left[place] = (left[place] ?? 0) - times * (numbers[at] ?? 0);
      }
      end = Math.max(end, (where.at(-1) ?? 0) + 1);
      spend(work, where.length);
      taken.push({ row: row.index, times });
    }
    return -1;
  }
  shown.forEach((sum, at) => {
    const taken: Step[] = [];
    const first = reduce(sum, taken);
    if (first < 0) return;
    const scale = left[first] ?? 1;
    const where: number[] = [];
    for (let place = first; place < end; place += 1) if (Math.abs(left[place] ?? 0) > nothing) where.push(place);
    const numbers = where.map((place) => (left[place] ?? 0) / scale);
    const value = ((values[at] ?? 0) - valueOf(taken, rows)) / scale;
    const row = { at, index: rows.length, where, numbers, scale, taken, value };
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
      if (steps) spend(work, rows.length);
      return steps && termsOf(steps, rows);
    },
    valueOf: (wanted) => {
      const steps = stepsTo(wanted);
      return steps ? valueOf(steps, rows) : undefined;
    },
  };
}
