import type { FilterField, FilterOf, FilterOption } from '../filter/field.ts';
import { ageGroupChoices, statuses } from '../measure/progress.ts';
import type { BoardGoal, BoardMeasure } from './contract.ts';

/** An item of the filters: a measure with its goal and the text to search in. */
export type MeasureInPlan = { measure: BoardMeasure; goal: BoardGoal; searchText: () => string };

/** The parts of a board that give the values of filters. */
export type BoardOptions = { departments: readonly FilterOption[]; goals: readonly FilterOption[] };

/**
 * The filters of the board, in the order of the filter bar. One line defines a filter: its query and documentation, counts,
 * address, control and active filters. The locales name it (`plan.KEY`) and its listed values (`measure.KEY.VALUE`).
 */
export const boardFields = {
  ageGroup: {
    kind: 'many',
    values: ageGroupChoices,
    of: ({ measure }) => [measure.ageGroup ?? 'unspecified'],
    description: 'Whom it concerns; `unspecified`: the plan does not say.',
  },
  department: {
    kind: 'many',
    values: ({ departments }) => departments,
    of: ({ measure }) => measure.assignments.map(({ department }) => department),
    description: 'Who answers for it.',
  },
  status: {
    kind: 'many',
    values: statuses,
    of: ({ measure }) => [measure.status],
    description: 'Its status.',
  },
  goal: {
    kind: 'many',
    values: ({ goals }) => goals,
    of: ({ goal }) => [goal.slug],
    description: 'The goal that it is under.',
  },
  isNew: {
    kind: 'flag',
    of: ({ measure }) => measure.isNew,
    description: 'Whether it is new in this plan.',
  },
  q: {
    kind: 'text',
    of: ({ searchText }) => searchText(),
    description: 'Words in its name, goal or departments.',
  },
} as const satisfies Record<string, FilterField<MeasureInPlan, BoardOptions>>;

export type BoardFields = typeof boardFields;
/** A measure passes a filter by any of its values, and must pass all filters. Empty or absent: no restriction. */
export type BoardFilter = FilterOf<BoardFields>;
