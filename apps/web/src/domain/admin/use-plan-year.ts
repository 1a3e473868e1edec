import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { municipalitiesQuery } from '../municipality/queries.ts';

/** Pages about one plan, whose addresses may name its year. */
export type PlanPage =
  | '/admin/$slug/findings'
  | '/admin/$slug/indicators'
  | '/admin/$slug/indicators/edit/$id'
  | '/admin/$slug/indicators/grid'
  | '/admin/$slug/indicators/import';

/** The plan to edit: of the address's year, else the newest. */
export function usePlanYear(slug: string, from: PlanPage) {
  const search = useSearch({ from });
  const navigate = useNavigate();
  const { data } = useQuery(municipalitiesQuery);
  const known = data?.municipalities.find((one) => one.slug === slug)?.plans.map(({ year }) => String(year)) ?? [];
  const chosen = search.year?.find((year) => /^\d{4}$/.test(year));
  const years = chosen === undefined || known.includes(chosen) ? known : [chosen, ...known];
  return {
    /** Undefined until the plans have loaded, and without plans. */
    year: chosen ?? known[0],
    years,
    isKnown: data !== undefined,
    choose: (year: string) =>
      void navigate({
        to: '.',
        search: (now: object) => ({ ...now, year: [year] }),
        replace: true,
        resetScroll: false,
      }),
  };
}
