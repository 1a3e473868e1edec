import type { Progress } from '@vointi/shared/measure/progress.ts';
import { countStatuses, statusOf } from '@vointi/shared/measure/status.ts';
import { makeLight } from '@vointi/shared/measure/testing/make-light.ts';
import type { Board, BoardGoal, BoardMeasure, DepartmentRef } from '@vointi/shared/plan/contract.ts';

/** A measure that its code names, with the answers of its departments. */
export function makeMeasure(
  code: string,
  answers: Record<string, Progress | null>,
  rest: Partial<BoardMeasure> = {},
): BoardMeasure {
  const assignments = Object.entries(answers).map(([department, progress]) => makeLight(department, progress));
  return {
    id: code,
    code,
    title: { fi: code },
    ageGroup: null,
    isNew: false,
    recurrence: 'one_off',
    status: statusOf(assignments.map(({ progress }) => progress)),
    previousStatus: null,
    ages: null,
    assignments,
    ...rest,
  };
}

export const makeGoal = (slug: string, name: string, measures: BoardMeasure[]): BoardGoal => ({
  slug,
  shortName: { fi: name },
  name: { fi: name },
  counts: countStatuses(measures),
  ages: null,
  change: null,
  measures,
});

export const makeDepartment = (slug: string, name: string): DepartmentRef => ({
  slug,
  kind: 'department',
  name: { fi: name },
  shortName: null,
});

export const makeBoard = (goals: BoardGoal[], departments: DepartmentRef[], rest: Partial<Board> = {}): Board => ({
  municipality: { slug: 'hallila', code: null, name: { fi: 'Hallila' }, isFictional: false },
  councilTerm: { startYear: 2021, endYear: 2025 },
  year: 2024,
  focus: [],
  source: null,
  revision: 1,
  updatedAt: '2024-04-12T12:04:00.000Z',
  round: null,
  rounds: [],
  asOf: null,
  counts: countStatuses(goals.flatMap(({ measures }) => measures)),
  ages: null,
  change: null,
  departments,
  goals,
  ...rest,
});
