import type { CatalogueQuery } from '@vointi/shared/indicator/read-contract.ts';
import { ageGroups } from '@vointi/shared/measure/progress.ts';
import { indicatorKinds } from '@vointi/shared/indicator/kind.ts';
import { normalizeForSearch } from '@vointi/shared/text/search.ts';
import { type Text, textsOf } from '@vointi/shared/text/text.ts';
import type { CatalogueIndex, IndexRow } from './catalogue-rows.ts';

type Filters = Omit<CatalogueQuery, 'page'>;
type Key = keyof Filters;

const searchText = ({ names, source }: IndexRow): string =>
  normalizeForSearch([...names, source].flatMap(textsOf).join('\n'));

const anyOf = <V>(wanted: readonly V[], has: readonly V[]): boolean =>
  wanted.length === 0 || wanted.some((value) => has.includes(value));

const passes: { [K in Key]: (row: IndexRow, filters: Filters) => boolean } = {
  goal: (row, { goal }) => anyOf(goal, row.goals),
  measure: (row, { measure }) => anyOf(measure, row.measures),
  set: (row, { set }) => anyOf(set, row.set ? [row.set.slug] : []),
  kind: (row, { kind }) => anyOf(kind, [row.kind]),
  ageGroup: (row, { ageGroup }) => anyOf(ageGroup, row.ageGroups),
  source: (row, { source }) => anyOf(source, row.source ? [row.source.fi] : []),
  hasData: (row, { hasData }) => hasData === undefined || hasData === row.hasData,
  q: (row, { q }) => {
    if (!q) return true;
    const text = searchText(row);
    return normalizeForSearch(q)
      .split(/\s+/)
      .every((word) => text.includes(word));
  },
};
const keys = Object.keys(passes) as Key[];

/** The indicators that pass every filter but those named. */
const passing = (rows: readonly IndexRow[], filters: Filters, except?: Key): IndexRow[] =>
  rows.filter((row) => keys.every((key) => key === except || passes[key](row, filters)));

function countBy<V>(choices: readonly V[], rows: readonly IndexRow[], has: (row: IndexRow, choice: V) => boolean) {
  return choices.map((value) => ({ value, count: rows.filter((row) => has(row, value)).length }));
}

const unique = <V>(values: readonly V[], keyOf: (value: V) => string): V[] => [
  ...new Map(values.map((value) => [keyOf(value), value])).values(),
];

const byName = (a: Text, b: Text) => a.fi.localeCompare(b.fi, 'fi');

/** What the filters leave, and what each choice would leave with the others as they are. */
export function narrow({ indicators, goals }: CatalogueIndex, filters: Filters) {
  const sets = unique(
    indicators.flatMap(({ set }) => set ?? []),
    ({ slug }) => slug,
  ).toSorted((a, b) => byName(a.name, b.name));
  const sources = unique(
    indicators.flatMap(({ source }) => source ?? []),
    ({ fi }) => fi,
  ).toSorted(byName);
  const but = (key: Key) => passing(indicators, filters, key);
  const withOrWithout = but('hasData');
  const withData = withOrWithout.filter(({ hasData }) => hasData).length;
  return {
    matching: passing(indicators, filters),
    facets: {
      goal: countBy(goals, but('goal'), (row, { slug }) => row.goals.includes(slug)),
      ageGroup: countBy(ageGroups, but('ageGroup'), (row, ageGroup) => row.ageGroups.includes(ageGroup)),
      source: countBy(sources, but('source'), (row, { fi }) => row.source?.fi === fi),
      set: countBy(sets, but('set'), (row, { slug }) => row.set?.slug === slug),
      kind: countBy(indicatorKinds, but('kind'), (row, kind) => row.kind === kind),
      hasData: { true: withData, false: withOrWithout.length - withData },
    },
  };
}
