import type { Board, DepartmentRef } from '@vointi/shared/plan/contract.ts';
import { answerOf, type Answer } from '../../../domain/measure/status.ts';

export type Cell = Record<Answer, number> & {
  total: number;
  /** Of each count, the lights of earlier rounds. */
  carried: Partial<Record<Answer, number>>;
};
export type MatrixRow = { department: DepartmentRef; cells: Map<string, Cell>; total: Cell };

const emptyCell = (): Cell => ({ done: 0, in_progress: 0, not_started: 0, not_reported: 0, total: 0, carried: {} });

function add(cell: Cell, answer: Answer, isCarried: boolean) {
  if (isCarried) cell.carried[answer] = (cell.carried[answer] ?? 0) + 1;
  cell[answer] += 1;
  cell.total += 1;
}

/** Each department's own lights under each goal; those who answer for most come first. */
export function matrixOf(board: Board, only: readonly string[]): MatrixRow[] {
  const rows = new Map<string, MatrixRow>(
    board.departments.map((department) => [department.slug, { department, cells: new Map(), total: emptyCell() }]),
  );
  for (const goal of board.goals) {
    for (const { assignments } of goal.measures) {
      for (const { department, progress, isCarried } of assignments) {
        const row = rows.get(department);
        if (!row) continue;
        const cell = row.cells.get(goal.slug) ?? emptyCell();
        row.cells.set(goal.slug, cell);
        add(cell, answerOf(progress), isCarried);
        add(row.total, answerOf(progress), isCarried);
      }
    }
  }
  return [...rows.values()]
    .filter(({ department, total }) => total.total > 0 && (only.length === 0 || only.includes(department.slug)))
    .toSorted((one, other) => other.total.total - one.total.total);
}
