import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keysOf, toChosen } from '../filter/field.ts';
import { valuesOf } from '../filter/match.ts';
import { ageGroups, recurrences, statuses } from '../measure/progress.ts';
import { agesOf } from '../measure/ages.ts';
import { statusOf } from '../measure/status.ts';
import { makeLight } from '../measure/testing/make-light.ts';
import type { Board, BoardGoal, BoardMeasure } from './contract.ts';
import { normalizeForSearch } from '../text/search.ts';
import { boardFields, type BoardFilter } from './filter-fields.ts';
import { facetsOf, filterBoard, isUnfiltered, measuresInPlan, noFilter } from './filter.ts';
import { allowedIn, anyFilterOf, boardFieldOf } from './testing/any-filter.ts';

const departments = ['nuoriso', 'liikunta', 'kulttuuri'] as const;
const goals = ['osallisuus', 'tyollisyys'] as const;
const words = ['Päihdetyö', 'Liikkuva', 'ÅBO', 'café', 'ryhmä'] as const;
const change = { done: 0, in_progress: 0, not_started: 0, not_reported: 0, mixed: 0 };

const anyMeasure: fc.Arbitrary<BoardMeasure> = fc
  .record({
    title: fc.record({
      fi: fc.subarray([...words], { minLength: 1 }).map((list) => list.join(' ')),
      sv: fc.constantFrom(undefined, 'Rusmedel'),
    }),
    ageGroup: fc.option(fc.constantFrom(...ageGroups)),
    isNew: fc.boolean(),
    recurrence: fc.constantFrom(...recurrences),
    previousStatus: fc.option(fc.constantFrom(...statuses)),
    lights: fc.record({
      who: fc.subarray([...departments], { minLength: 1 }),
      progress: fc.constantFrom('done' as const, 'in_progress' as const, null),
      isLastSilent: fc.boolean(),
      isCarried: fc.boolean(),
      previous: fc.constantFrom('done' as const, 'not_started' as const, null, undefined),
    }),
    id: fc.uuid(),
  })
  .map(({ lights: { who, progress, isLastSilent, ...light }, ...measure }) => {
    const assignments = who.map((department, index) =>
      makeLight(department, isLastSilent && index === who.length - 1 ? null : progress, light),
    );
    const status = statusOf(assignments.map((assignment) => assignment.progress));
    return { ...measure, code: `m-${measure.id}`, assignments, status, ages: agesOf(assignments) };
  });

const anyBoard: fc.Arbitrary<Board> = fc
  .tuple(...goals.map(() => fc.array(anyMeasure, { minLength: 1, maxLength: 8 })))
  .map((lists) => {
    const made = lists.map((measures, index): BoardGoal => ({
      slug: goals[index] ?? 'osallisuus',
      shortName: { fi: `Tavoite ${index}` },
      name: { fi: `Hyvinvoinnin tavoite ${index}`, en: 'Wellbeing' },
      counts: { total: 0, ...change },
      ages: null,
      change: null,
      measures,
    }));
    const board: Board = {
      municipality: { slug: 'esimerkkila', code: null, name: { fi: 'Esimerkkilä' }, isFictional: true },
      councilTerm: { startYear: 2021, endYear: 2025 },
      year: 2024,
      focus: [],
      source: null,
      revision: 1,
      updatedAt: '2024-01-01T00:00:00.000Z',
      round: null,
      rounds: [],
      asOf: null,
      counts: { total: 0, ...change },
      ages: null,
      change: null,
      departments: departments.map((slug) => ({
        slug,
        kind: 'department',
        name: { fi: `${slug}palvelut` },
        shortName: slug === 'nuoriso' ? { fi: 'Nuppi' } : null,
      })),
      goals: made,
    };
    return filterBoard(board, noFilter);
  });

const options = { departments: departments.map((slug) => ({ slug })), goals: goals.map((slug) => ({ slug })) };
const allowed = (key: keyof BoardFilter) => allowedIn(key, options);
const anyFilter = anyFilterOf(options, ['paihde', 'RYHMÄ', 'abo café', 'wellbeing', 'nuppi', 'zzz']);

const measuresOf = (board: Board) => board.goals.flatMap(({ measures }) => measures);
const countWith = (board: Board, filter: BoardFilter) => measuresOf(filterBoard(board, filter)).length;

describe('filterBoard', () => {
  it('returns the board itself without restrictions', () => {
    fc.assert(
      fc.property(anyBoard, (board) => {
        expect(filterBoard(board, noFilter)).toEqual(board);
      }),
    );
  });

  it('counts and ages those measures only, in each goal and in all', () => {
    fc.assert(
      fc.property(anyBoard, anyFilter, (board, filter) => {
        const asked = (measures: readonly BoardMeasure[]) =>
          measures.reduce((sum, { assignments }) => sum + assignments.length, 0);
        const result = filterBoard({ ...board, round: {} as Board['round'] }, filter);
        expect([result.counts.total, result.ages?.asked]).toEqual([
          measuresOf(result).length,
          asked(measuresOf(result)),
        ]);
        for (const { ages, measures } of result.goals) expect(ages?.asked).toBe(asked(measures));
      }),
    );
  });

  it('lists exactly the measures that every filter accepts', () => {
    fc.assert(
      fc.property(anyBoard, anyFilter, (board, { ageGroup, department, goal: inGoals, status, isNew, q }) => {
        // Written by hand, independently of the table.
        const filter = { ...noFilter, ageGroup, department, goal: inGoals, status, isNew, q };
        const expected = board.goals.flatMap((goal) =>
          goal.measures.filter((measure) => {
            const holds = [
              !filter.ageGroup.length || filter.ageGroup.includes(measure.ageGroup ?? 'unspecified'),
              !filter.goal.length || filter.goal.includes(goal.slug),
              !filter.status.length || filter.status.includes(measure.status),
              !filter.department.length ||
                measure.assignments.some((assignment) => filter.department.includes(assignment.department)),
              filter.isNew === undefined || filter.isNew === measure.isNew,
              !filter.q || countWith(board, { ...noFilter, q: filter.q }) > 0,
            ];
            return holds.every(Boolean);
          }),
        );
        const got = measuresOf(filterBoard(board, filter));
        if (filter.q) expect(expected).toEqual(expect.arrayContaining(got));
        else expect(got).toEqual(expected);
      }),
    );
  });

  it.each(keysOf(boardFields))('lists the measures that have the value of %s', (key) => {
    const field = boardFieldOf(key);
    fc.assert(
      fc.property(anyBoard, (board) => {
        for (const value of allowed(key)) {
          const expected = measuresInPlan(board).filter((measure) => valuesOf(field, measure).includes(value));
          const filter = { ...noFilter, [key]: toChosen(field, [value]) };
          expect(isUnfiltered(filter)).toBe(false);
          expect(measuresOf(filterBoard(board, filter))).toEqual(expected.map(({ measure }) => measure));
        }
      }),
      { numRuns: 20 },
    );
  });

  it.each(keysOf(boardFields))('knows every value that a measure has in %s', (key) => {
    const field = boardFieldOf(key);
    if (field.kind === 'text') return;
    fc.assert(
      fc.property(anyBoard, (board) => {
        const values = measuresInPlan(board).flatMap((measure) => valuesOf(field, measure));
        expect(allowed(key)).toEqual(expect.arrayContaining(values));
      }),
      { numRuns: 20 },
    );
  });

  it('updates the counts and leaves out empty goals', () => {
    fc.assert(
      fc.property(anyBoard, anyFilter, (board, filter) => {
        const { counts, goals: left } = filterBoard(board, filter);
        expect(left.every(({ measures }) => measures.length > 0)).toBe(true);
        expect(left.reduce((sum, goal) => sum + goal.counts.total, 0)).toBe(counts.total);
      }),
    );
  });
});

describe('facetsOf', () => {
  it('counts the measures that each option alone would show, with the other filters applied', () => {
    fc.assert(
      fc.property(anyBoard, anyFilter, (board, filter) => {
        const facets = facetsOf(board, filter);
        for (const key of keysOf(facets)) {
          expect(Object.keys(facets[key]).toSorted()).toEqual([...allowed(key)].toSorted());
          for (const [option, count] of Object.entries(facets[key])) {
            expect(count).toBe(countWith(board, { ...filter, [key]: toChosen(boardFieldOf(key), [option]) }));
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('search', () => {
  it.each([
    ['Päihde', 'paihde'],
    ['ÅÄÖ', 'aao'],
    ['Café', 'cafe'],
  ])('normalizes %s to %s', (text, expected) => expect(normalizeForSearch(text)).toBe(expected));

  it('changes a normalized text no further', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(normalizeForSearch(normalizeForSearch(text))).toBe(normalizeForSearch(text));
      }),
    );
  });

  const [board] = fc.sample(anyBoard, { numRuns: 1, seed: 7 });
  const only = (q: string) => {
    const [goal] = board?.goals ?? [];
    const [measure] = goal?.measures ?? [];
    if (!board || !goal || !measure) throw new Error('no sample');
    const title = { fi: 'Päihdetyön tunnit', sv: 'Rusmedel i skolan' };
    const assignments = [makeLight('nuoriso', null, { note: { fi: 'salaisuus' } })];
    const one = { ...board, goals: [{ ...goal, measures: [{ ...measure, title, assignments }] }] };
    return countWith(one, { ...noFilter, q });
  };

  it.each(['paihde', 'PÄIHDE', 'tunnit päihde', 'skolan', 'wellbeing', 'nuoriso', 'nuppi', 'paihde   nuppi'])(
    'finds by %s',
    (q) => expect(only(q)).toBe(1),
  );
  it.each(['liikunta', 'päihde liikunta', 'salaisuus'])('does not find by %s', (q) => expect(only(q)).toBe(0));
});
