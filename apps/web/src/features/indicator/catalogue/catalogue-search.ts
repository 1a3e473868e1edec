import type { FilterOf } from '@vointi/shared/filter/field.ts';
import { catalogueFields } from '@vointi/shared/indicator/catalogue-fields.ts';
import { chosenFilters, pageField, readFilters, writeFilters } from '../../../lib/filter-search.ts';
import type { Search } from '../../../lib/search.ts';

const { ageGroup, goal, source, hasData, q } = catalogueFields;

/** The filters of the API that the page offers. */
export const filterFields = { ageGroup, goal, source, hasData, q };

const fields = { ...filterFields, page: pageField };

export type CatalogueKey = keyof typeof fields;

/** All of the catalogue's state that an address carries. */
export type CatalogueSearch = FilterOf<typeof fields>;

/** Reads an address and drops unknown values, so that an old or broken link opens. */
export const readSearch = (raw: Search): CatalogueSearch => readFilters(fields, raw).filter;

/** Writes an address without defaults, so that one view has one address. */
export const writeSearch = (search: CatalogueSearch): Search =>
  writeFilters(fields, { ...search, page: search.page === '1' ? undefined : search.page });

/** The search as the API takes it. */
export function toQuery(search: CatalogueSearch) {
  const { hasData: isWithData, ...rest } = chosenFilters<typeof fields>(search);
  return { ...rest, ...(isWithData !== undefined && { hasData: isWithData ? ('true' as const) : ('false' as const) }) };
}
