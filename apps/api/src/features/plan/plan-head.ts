import type { Board, BoardMeasure, PlanHead } from '@vointi/shared/plan/contract.ts';

/** The plan itself, without what it holds: goes with every page's answer. */
export const headOf = ({
  municipality,
  councilTerm,
  year,
  focus,
  source,
  revision,
  updatedAt,
  round,
  rounds,
}: Board): PlanHead => ({
  municipality,
  councilTerm,
  year,
  focus,
  source,
  revision,
  updatedAt,
  round,
  rounds,
});

export const measuresByCode = (board: Board): Map<string, BoardMeasure> =>
  new Map(board.goals.flatMap(({ measures }) => measures.map((measure) => [measure.code, measure] as const)));

/** A measure where it is only named, with what its light says. */
export const withStatus = ({ code, title, status, ages }: BoardMeasure) => ({ code, title, status, ages });

/** The departments that these measures name, in the board's order. */
export function departmentsOf(board: Board, measures: readonly BoardMeasure[]) {
  const named = new Set(measures.flatMap(({ assignments }) => assignments.map(({ department }) => department)));
  return board.departments.filter(({ slug }) => named.has(slug));
}
