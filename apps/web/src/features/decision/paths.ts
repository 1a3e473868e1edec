import { stringifySearch } from '../../lib/search.ts';

/** The list of what meetings decided, which is printed for the minutes. */
export const meetingPath = (slug: string, year: number | string, meeting?: string) =>
  `/${slug}/${year}/decisions${stringifySearch({ meeting })}`;
