import fc from 'fast-check';
import { expect, it } from 'vitest';
import { makePlan } from '@vointi/db/seed/make-plan.ts';
import { ageGroups, statuses } from '@vointi/shared/measure/progress.ts';
import { makeLight } from '@vointi/shared/measure/testing/make-light.ts';
import type { Board } from '@vointi/shared/plan/contract.ts';
import { countMeasures, filterBoard } from '@vointi/shared/plan/filter.ts';
import { anyFilterOf } from '@vointi/shared/plan/testing/any-filter.ts';
import { BoardIndex } from './board-index.ts';

const size = { slug: 'kuormala', name: 'Kuormala', year: 2026, goals: 4, measures: 120, departments: 9, rounds: 1 };

/** A board of a generated plan; statuses are assigned in turn, since only their spread matters. */
function boardOfSize(seed: number): Board {
  const plan = makePlan({ ...size, seed });
  const measures = plan.measures.map(({ code, title, goal, ageGroup, isNew, assignments }, index) => ({
    id: `00000000-0000-7000-8000-${String(index).padStart(12, '0')}`,
    code,
    goal,
    title,
    ageGroup: ageGroup ?? null,
    isNew: isNew ?? false,
    recurrence: 'one_off' as const,
    status: statuses[(index * 7 + seed) % statuses.length] ?? 'mixed',
    previousStatus: index % 3 === 0 ? null : (statuses[index % statuses.length] ?? null),
    ages: null,
    assignments: assignments.map(({ department }) => makeLight(department, null)),
  }));
  const goals = plan.goals.map(({ slug, shortName, name }) => {
    const own = measures.flatMap(({ goal, ...measure }) => (goal === slug ? [measure] : []));
    return { slug, shortName, name, ...countMeasures(own, null), measures: own };
  });
  return {
    municipality: { slug: size.slug, code: null, name: { fi: size.name }, isFictional: true },
    councilTerm: plan.councilTerm,
    year: size.year,
    focus: [],
    source: null,
    revision: 1,
    updatedAt: '2026-01-01T00:00:00.000Z',
    round: null,
    rounds: [],
    asOf: null,
    ...countMeasures(measures, null),
    departments: plan.departments.map(({ slug, kind, name }) => ({ slug, kind, name, shortName: null })),
    goals,
  };
}

const boards = [1, 2, 3].map(boardOfSize);
const [first] = boards;
const unknown = { slug: 'tuntematon' };
const anyFilter = anyFilterOf(
  { departments: [...(first?.departments ?? []), unknown], goals: [...(first?.goals ?? []), unknown] },
  ['vastuutaho 3', 'kerho', 'TAVOITE 2', '1', 'zzz'],
);

it('has measures of every age group', () => {
  expect(new Set(first?.goals.flatMap(({ measures }) => measures.map(({ ageGroup }) => ageGroup))).size).toBe(
    ageGroups.length + 1,
  );
});

it('equals the shared filter, with only the departments of the result', () => {
  fc.assert(
    fc.property(fc.constantFrom(...boards), anyFilter, (board, filter) => {
      const expected = filterBoard(board, filter);
      const measures = expected.goals.flatMap((goal) => goal.measures);
      const isNamed = (slug: string) => measures.some((one) => one.assignments.some((a) => a.department === slug));
      const departments = board.departments.filter(({ slug }) => isNamed(slug));
      expect(new BoardIndex(board).filter(filter)).toEqual({ ...expected, departments });
    }),
    { numRuns: 300 },
  );
});

it('does not change the board', () => {
  const [board] = boards;
  if (!board) throw new Error('no board');
  const before = structuredClone(board);
  const index = new BoardIndex(board);
  fc.assert(
    fc.property(anyFilter, (filter) => {
      index.filter(filter);
    }),
  );
  expect(board).toEqual(before);
});
