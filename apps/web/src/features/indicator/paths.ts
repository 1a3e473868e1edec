import { stringifySearch, type Search } from '../../lib/search.ts';

/** Address of a plan's indicators, narrowed as `search` says. */
export const cataloguePath = (municipality: string, year: number | string, search: Search = {}) =>
  `/${municipality}/${year}/indicators${stringifySearch(search)}`;

export const indicatorPath = (municipality: string, year: number | string, indicator: string) =>
  `/${municipality}/${year}/indicators/${indicator}`;
