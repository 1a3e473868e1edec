import { facetsOf, predicateOf } from '@vointi/shared/filter/match.ts';
import { catalogueFields, type CatalogueFilter } from '@vointi/shared/indicator/catalogue-fields.ts';
import { indicatorKinds } from '@vointi/shared/indicator/kind.ts';
import { ageGroups } from '@vointi/shared/measure/progress.ts';
import type { Text } from '@vointi/shared/text/text.ts';
import type { CatalogueIndex } from './catalogue-rows.ts';

const uniqueBy = <V>(values: readonly V[], keyOf: (value: V) => string): V[] => [
  ...new Map(values.map((value) => [keyOf(value), value])).values(),
];

const byName = (a: Text, b: Text) => a.fi.localeCompare(b.fi, 'fi');

const withCount = <V>(values: readonly V[], counts: Record<string, number>, keyOf: (value: V) => string) =>
  values.map((value) => ({ value, count: counts[keyOf(value)] ?? 0 }));

const itself = (value: string) => value;
const slugOf = ({ slug }: { slug: string }) => slug;

/** The matching indicators, and the count of each option with the other filters unchanged. */
export function filterCatalogue({ indicators, goals }: CatalogueIndex, filter: CatalogueFilter) {
  const sets = uniqueBy(
    indicators.flatMap(({ set }) => set ?? []),
    slugOf,
  ).toSorted((a, b) => byName(a.name, b.name));
  const sources = uniqueBy(
    indicators.flatMap(({ source }) => source ?? []),
    ({ fi }) => fi,
  ).toSorted(byName);
  const options = { goals, sets, sources: sources.map((name) => ({ slug: name.fi, name })) };
  const facets = facetsOf(catalogueFields, indicators, options, filter);
  return {
    matching: indicators.filter(predicateOf(catalogueFields, filter)),
    facets: {
      goal: withCount(goals, facets.goal, slugOf),
      ageGroup: withCount(ageGroups, facets.ageGroup, itself),
      source: withCount(sources, facets.source, ({ fi }) => fi),
      set: withCount(sets, facets.set, slugOf),
      kind: withCount(indicatorKinds, facets.kind, itself),
      hasData: facets.hasData,
    },
  };
}
