import { slugPattern } from '@vointi/shared/text/slug.ts';
import { ageGroups, type AgeGroup } from '@vointi/shared/measure/progress.ts';
import type { Search } from '../../../lib/search.ts';

/** All of the catalogue's state that an address carries. */
export type CatalogueSearch = {
  goal: readonly string[];
  ageGroup: readonly AgeGroup[];
  source: readonly string[];
  hasData: 'true' | 'false' | undefined;
  q: string | undefined;
  page: number;
};

export type CatalogueKey = keyof CatalogueSearch;

const longestText = 100;

/** Reads an address; what no catalogue can have is left out, so that an old or broken link opens. */
export function readSearch(raw: Search): CatalogueSearch {
  const values = (key: string) => [...new Set(raw[key] ?? [])].filter((value) => value !== '').toSorted();
  const hasData = raw['hasData']?.[0];
  const page = Number(raw['page']?.[0] ?? 1);
  return {
    goal: values('goal').filter((value) => slugPattern.test(value)),
    ageGroup: ageGroups.filter((one) => raw['ageGroup']?.includes(one)),
    source: values('source').filter((value) => value.length <= 300),
    hasData: hasData === 'true' || hasData === 'false' ? hasData : undefined,
    q: raw['q']?.[0]?.trim().slice(0, longestText) || undefined,
    page: Number.isInteger(page) && page >= 1 && page <= 9999 ? page : 1,
  };
}

/** Writes an address: what is as usual is left out, so that one view has one address. */
export function writeSearch({ goal, ageGroup, source, hasData, q, page }: CatalogueSearch): Search {
  const all: Search = {
    goal,
    ageGroup,
    source,
    hasData: hasData === undefined ? [] : [hasData],
    q: q === undefined ? [] : [q],
    page: page === 1 ? [] : [String(page)],
  };
  return Object.fromEntries(Object.entries(all).filter(([, values]) => values.length > 0));
}

/** The same as the API is asked for it. */
export const askedFor = ({ goal, ageGroup, source, hasData, q, page }: CatalogueSearch) => ({
  ...(goal.length > 0 && { goal: [...goal] }),
  ...(ageGroup.length > 0 && { ageGroup: [...ageGroup] }),
  ...(source.length > 0 && { source: [...source] }),
  ...(hasData && { hasData }),
  ...(q && { q }),
  ...(page > 1 && { page: String(page) }),
});

export const unfiltered = { goal: [], ageGroup: [], source: [], hasData: undefined, q: undefined };
