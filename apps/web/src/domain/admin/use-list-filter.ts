import { useNavigate, useSearch, type RegisteredRouter, type RouteById } from '@tanstack/react-router';
import {
  emptyFilter,
  isEmptyFilter,
  type FieldShape,
  type FilterOf,
  type Shapes,
} from '@vointi/shared/filter/field.ts';
import { chosenFilters, readFilters, writeFilters, type ChosenFilters } from '../../lib/filter-search.ts';
import type { Search } from '../../lib/search.ts';

/** Pages with a list whose filters stand in the address. */
type ListPage =
  | '/admin/$slug/audit'
  | '/admin/$slug/departments'
  | '/admin/$slug/identity'
  | '/admin/$slug/indicators'
  | '/admin/$slug/indicators/grid'
  | '/admin/$slug/people'
  | '/rounds/$slug/$round';

type KeyOf<P extends ListPage> = keyof RouteById<RegisteredRouter['routeTree'], P>['types']['fullSearchSchema'] &
  string;

/** Filters of a page: their keys are among those that the page's route names. */
type FieldsOf<P extends ListPage> = { readonly [K in KeyOf<P>]?: FieldShape<never> };

export type ListFilter<F extends Shapes> = {
  filter: FilterOf<F>;
  /** What is chosen, without what is not: as an endpoint takes it. */
  query: ChosenFilters<F>;
  change: (patch: Partial<FilterOf<F>>) => void;
  clear: () => void;
  isFiltered: boolean;
};

/** The filters of a list, kept in the address: reload, back and sharing give the same view. */
export function useListFilter<P extends ListPage, const F extends FieldsOf<P> & Shapes>(
  page: P,
  fields: F,
): ListFilter<F> {
  const search = useSearch({ from: page as ListPage }) as Search;
  const navigate = useNavigate();
  const { filter } = readFilters(fields, search);
  const change = (patch: Partial<FilterOf<F>>) => {
    const unset = Object.fromEntries(Object.keys(patch).map((key) => [key, undefined]));
    void navigate({
      to: '.',
      search: (now: object) => ({ ...now, ...unset, ...writeFilters(fields, patch) }),
      replace: true,
      resetScroll: false,
    });
  };
  return {
    filter,
    query: chosenFilters(filter),
    change,
    clear: () => change(emptyFilter(fields)),
    isFiltered: !isEmptyFilter(fields, filter),
  };
}
