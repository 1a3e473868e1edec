import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { Search } from '../../lib/search.ts';
import { municipalitiesQuery } from '../municipality/queries.ts';

/** The plan whose figures are written: the address says its year, or it is the newest one. */
export function usePlanYear(slug: string) {
  const raw: Search = useSearch({ strict: false });
  const navigate = useNavigate();
  const { data } = useQuery(municipalitiesQuery);
  const known = data?.municipalities.find((one) => one.slug === slug)?.plans.map(({ year }) => String(year)) ?? [];
  const given = raw['year']?.find((year) => /^\d{4}$/.test(year));
  const years = given === undefined || known.includes(given) ? known : [given, ...known];
  return {
    /** Undefined until it is known which there are. */
    year: given ?? known[0],
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
