import { stringifySearch, type Search } from '../../lib/search.ts';

/** Address of a plan's board, narrowed as `search` says. */
export const boardPath = (municipality: string, year: number | string, search: Search = {}) =>
  `/${municipality}/${year}${stringifySearch(search)}`;
