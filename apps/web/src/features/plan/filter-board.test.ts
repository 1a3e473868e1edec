import { readFileSync } from 'node:fs';
import type { PlanFile } from '@vointi/shared/plan/interchange.ts';
import { agesOf } from '@vointi/shared/measure/ages.ts';
import { statusOf } from '@vointi/shared/measure/status.ts';
import { makeLight } from '@vointi/shared/measure/testing/make-light.ts';
import type { Board } from '@vointi/shared/plan/contract.ts';
import type { BoardFilter } from '@vointi/shared/plan/filter-fields.ts';
import { countMeasures, filterBoard, noFilter } from '@vointi/shared/plan/filter.ts';
import { describe, expect, it } from 'vitest';
import { filtererOf } from './filter-board.ts';

const file = JSON.parse(
  readFileSync(new URL('../../../../../examples/kouvola-2024.json', import.meta.url), 'utf8'),
) as PlanFile;

const measures = file.measures.map((measure) => {
  const assignments = measure.assignments.map(({ department, reports }) =>
    makeLight(department, reports?.at(-1)?.progress ?? null),
  );
  return {
    goal: measure.goal,
    id: measure.code,
    code: measure.code,
    title: measure.title,
    ageGroup: measure.ageGroup ?? null,
    isNew: measure.isNew ?? false,
    recurrence: measure.recurrence ?? 'one_off',
    status: statusOf(assignments.map(({ progress }) => progress)),
    previousStatus: null,
    ages: agesOf(assignments),
    assignments,
  };
});

const board = {
  round: {},
  ...countMeasures(measures, null),
  departments: file.departments.map(({ slug, kind, name, shortName }) => ({
    slug,
    kind,
    name,
    shortName: shortName ?? null,
  })),
  goals: file.goals.map(({ slug, shortName, name }) => {
    const own = measures.filter(({ goal }) => goal === slug);
    return { slug, shortName, name, ...countMeasures(own, null), measures: own };
  }),
} as unknown as Board;

const filterer = filtererOf(board);
const totalOf = (filter: Partial<BoardFilter>) => filterer({ ...noFilter, ...filter }).board.counts.total;

describe('filtererOf', () => {
  it.each<[Partial<BoardFilter>, number]>([
    [{}, 59],
    [{ ageGroup: ['children_youth'] }, 27],
    [{ ageGroup: ['children_youth', 'all_ages'] }, 45],
    [{ ageGroup: ['unspecified'] }, 14],
    [{ status: ['done'] }, 14],
    [{ status: ['mixed'] }, 2],
    [{ isNew: true }, 7],
    [{ q: 'zzzz' }, 0],
  ])('shows for %j %i measures', (filter, expected) => {
    expect(totalOf(filter)).toBe(expected);
  });

  it('finds the same measures as the API', () => {
    for (const q of ['päihde', 'PAIHDE', 'epmt koulu', 'youth', 'välfärd', 'tk']) {
      const filter: BoardFilter = { ...noFilter, q, status: ['done', 'in_progress'] };
      expect(filterer(filter).board.counts).toEqual(filterBoard(board, filter).counts);
    }
  });

  it('counts each option as the only choice of its filter, with the other filters applied', () => {
    const { facets } = filterer({ ...noFilter, ageGroup: ['children_youth'], status: ['done'] });
    expect(facets.ageGroup).toMatchObject({ children_youth: 7, all_ages: 3, unspecified: 4, working_age: 0 });
    expect(facets.status).toMatchObject({ done: 7, in_progress: 17, mixed: 1, not_started: 0, not_reported: 2 });
  });
});
