import { closest, pathText, type Path, type Problems } from './check-problems.ts';
import type { Noun } from './check-reasons.ts';
import type { Partly } from './check-schema.ts';
import type { PlanFile } from './interchange.ts';

export type Lists = Pick<
  Partly<PlanFile>,
  'departments' | 'indicatorSets' | 'indicators' | 'goals' | 'rounds' | 'measures' | 'findings'
>;

type Entry = readonly [item: { slug?: string | undefined; code?: string | undefined } | undefined, path: Path];

/** The names that one list defines. References to a list that could not be read are not checked. */
class Names {
  readonly #noun: Noun;
  readonly #paths = new Map<string, Path>();
  readonly #isRead: boolean;
  readonly #problems: Problems;

  constructor(noun: Noun, entries: Iterable<Entry> | undefined, problems: Problems) {
    this.#noun = noun;
    this.#isRead = entries !== undefined;
    this.#problems = problems;
    for (const [item, path] of entries ?? []) {
      const value = item?.slug ?? item?.code;
      if (value === undefined) continue;
      const first = this.#paths.get(value);
      if (first) problems.add(path, { code: 'duplicate', noun, value, first: pathText(first) });
      else this.#paths.set(value, path);
    }
  }

  refer(value: string | undefined, path: Path): void {
    if (value === undefined || !this.#isRead || this.#paths.has(value)) return;
    this.#problems.add(path, () => ({
      code: 'unknown_reference',
      noun: this.#noun,
      value,
      closest: closest(value, this.#paths.keys()),
    }));
  }

  referAll(values: readonly (string | undefined)[] | undefined, path: Path): void {
    refuseRepeated(values, path, this.#problems);
    values?.forEach((value, index) => this.refer(value, [...path, index]));
  }
}

function refuseRepeated(values: readonly (string | undefined)[] | undefined, path: Path, problems: Problems): void {
  const seen = new Set<string>();
  values?.forEach((value, index) => {
    if (value === undefined) return;
    if (seen.has(value)) problems.add([...path, index], { code: 'listed_twice', value });
    seen.add(value);
  });
}

const entriesOf = (list: readonly Entry[0][] | undefined, key: string, leaf: 'slug' | 'code'): Entry[] | undefined =>
  list?.map((item, index) => [item, [key, index, leaf]]);

/** Checks that each name is defined once and that each reference has a target. */
export function checkReferences(lists: Lists, problems: Problems): void {
  const names = (noun: Noun, key: Exclude<keyof Lists, 'measures'>) =>
    new Names(noun, entriesOf(lists[key], key, 'slug'), problems);
  const departments = names('department', 'departments');
  const sets = names('indicator_set', 'indicatorSets');
  const indicators = names('indicator', 'indicators');
  const goals = names('goal', 'goals');
  const rounds = names('round', 'rounds');
  const measures = new Names('measure', entriesOf(lists.measures, 'measures', 'code'), problems);
  names('finding', 'findings');
  // Codes are unique across goals: a measure names its row of the term by the code alone.
  const termMeasures = new Names(
    'term_measure',
    lists.goals?.flatMap((goal, goalIndex) =>
      (goal?.termMeasures ?? []).map((item, index): Entry => [
        item,
        ['goals', goalIndex, 'termMeasures', index, 'code'],
      ]),
    ),
    problems,
  );

  lists.departments?.forEach((item, index) => departments.refer(item?.successor, ['departments', index, 'successor']));
  lists.indicators?.forEach((item, index) => sets.refer(item?.set, ['indicators', index, 'set']));
  lists.goals?.forEach((goal, goalIndex) => {
    indicators.referAll(goal?.indicators, ['goals', goalIndex, 'indicators']);
    goal?.termMeasures?.forEach((row, index) =>
      indicators.referAll(row?.indicators, ['goals', goalIndex, 'termMeasures', index, 'indicators']),
    );
  });
  lists.measures?.forEach((measure, measureIndex) => {
    const path = ['measures', measureIndex] as const;
    goals.refer(measure?.goal, [...path, 'goal']);
    termMeasures.refer(measure?.termMeasure, [...path, 'termMeasure']);
    indicators.referAll(measure?.indicators, [...path, 'indicators']);
    sets.referAll(measure?.indicatorSets, [...path, 'indicatorSets']);
    measure?.assignments?.forEach((assignment, index) => {
      departments.refer(assignment?.department, [...path, 'assignments', index, 'department']);
      assignment?.reports?.forEach((report, number) =>
        rounds.refer(report?.round, [...path, 'assignments', index, 'reports', number, 'round']),
      );
    });
  });
  lists.findings?.forEach((finding, index) => {
    indicators.referAll(finding?.indicators, ['findings', index, 'indicators']);
    measures.referAll(finding?.measures, ['findings', index, 'measures']);
    refuseRepeated(finding?.ageGroups, ['findings', index, 'ageGroups'], problems);
  });
}
