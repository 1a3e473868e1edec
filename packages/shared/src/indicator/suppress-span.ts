import type { Vector } from './suppress-atoms.ts';

const nothing = 1e-7;

type Step = { row: number; times: number };
/** What is left of a sum when the rows before it are taken away, divided so that its pivot is one. */
type Row = { at: number; pivot: number; vector: Vector; scale: number; taken: readonly Step[] };
export type Term = { at: number; times: number };

/** Takes away what the rows can make of a vector, and tells how often each. */
function reduce(vector: Vector, rows: readonly Row[]): Step[] {
  const taken: Step[] = [];
  rows.forEach(({ pivot, vector: row }, index) => {
    const times = vector[pivot] ?? 0;
    if (Math.abs(times) < nothing) return;
    for (let at = pivot; at < vector.length; at += 1) vector[at] = (vector[at] ?? 0) - times * (row[at] ?? 0);
    taken.push({ row: index, times });
  });
  return taken;
}

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

/**
 * Gaussian elimination, as somebody would do who has all that is shown: tells which of the sums that are shown make
 * another one, and how often each is added or subtracted, or null when they do not.
 */
export function solverOf(shown: readonly Vector[]): (wanted: Vector) => Term[] | null {
  const rows: Row[] = [];
  shown.forEach((sum, at) => {
    const vector = sum.slice();
    const taken = reduce(vector, rows);
    const pivot = vector.findIndex((one) => Math.abs(one) > nothing);
    if (pivot < 0) return;
    const scale = vector[pivot] ?? 1;
    rows.push({ at, pivot, vector: vector.map((one) => one / scale), scale, taken });
  });
  return (wanted) => {
    const vector = wanted.slice();
    const steps = reduce(vector, rows);
    return vector.some((one) => Math.abs(one) > nothing) ? null : termsOf(steps, rows);
  };
}
