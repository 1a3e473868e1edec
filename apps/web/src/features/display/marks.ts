import type { Board } from '@vointi/shared/plan/contract.ts';

/** So long a light that has changed is marked, for the room to notice. */
const markedFor = 60_000;

/** Measures by code, each with until when it is marked. */
export type Marks = ReadonlyMap<string, number>;

const said = ({ assignments }: Board['goals'][number]['measures'][number]) =>
  assignments.map(({ department, progress }) => `${department}:${progress}`).join();

/** Measures of which a department has said something else since; new measures are no change of a light. */
export function changedBetween(before: Board, after: Board): string[] {
  if (before.year !== after.year || before.municipality.slug !== after.municipality.slug) return [];
  const then = new Map(before.goals.flatMap(({ measures }) => measures.map((one) => [one.code, said(one)] as const)));
  return after.goals.flatMap(({ measures }) =>
    measures.flatMap((one) => (then.has(one.code) && then.get(one.code) !== said(one) ? [one.code] : [])),
  );
}

export function marksAfter(marks: Marks, changed: readonly string[], now: number): Marks {
  const kept = [...marks].filter(([, until]) => until > now);
  if (changed.length === 0 && kept.length === marks.size) return marks;
  return new Map([...kept, ...changed.map((code) => [code, now + markedFor] as const)]);
}
