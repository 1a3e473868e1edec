import type { FilterField, FilterOf, FilterOption } from '../filter/field.ts';
import { ageGroups } from '../measure/progress.ts';
import { normalizeForSearch } from '../text/search.ts';
import { textsOf, type Text } from '../text/text.ts';
import { indicatorKinds } from './kind.ts';

/** The data of an indicator that the filters read. */
export type CatalogueItem = {
  names: readonly (Text | null)[];
  kind: string;
  source: Text | null;
  set: { slug: string } | null;
  goals: readonly string[];
  measures: readonly string[];
  ageGroups: readonly string[];
  hasData: boolean;
};

export type CatalogueOptions = Record<'goals' | 'sets' | 'sources', readonly FilterOption[]>;

/** The filters of the catalogue, in the order of the filter bar; only the API has those after `q`. */
export const catalogueFields = {
  ageGroup: {
    kind: 'many',
    values: ageGroups,
    of: (item) => item.ageGroups,
    description: 'Of its values, or of the measures that it follows.',
  },
  goal: {
    kind: 'many',
    values: ({ goals }) => goals,
    of: (item) => item.goals,
    description: 'The goals of the measures that it follows.',
  },
  source: {
    kind: 'many',
    values: ({ sources }) => sources,
    pattern: /^.{1,300}$/s,
    of: ({ source }) => (source ? [source.fi] : []),
    description: 'The Finnish name of the source.',
  },
  hasData: { kind: 'flag', of: (item) => item.hasData, description: 'Whether it has any value.' },
  q: {
    kind: 'text',
    of: ({ names, source }) => normalizeForSearch([...names, source].flatMap(textsOf).join('\n')),
    description: 'Words in its name, definition or source.',
  },
  measure: { kind: 'many', of: (item) => item.measures, description: 'The measures that it follows.' },
  set: {
    kind: 'many',
    values: ({ sets }) => sets,
    of: (item) => (item.set ? [item.set.slug] : []),
    description: 'The set that it belongs to.',
  },
  kind: { kind: 'many', values: indicatorKinds, of: (item) => [item.kind], description: 'What it measures.' },
} as const satisfies Record<string, FilterField<CatalogueItem, CatalogueOptions>>;

export type CatalogueFilter = FilterOf<typeof catalogueFields>;
