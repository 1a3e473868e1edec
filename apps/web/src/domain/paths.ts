import { stringifySearch, type Search } from '../lib/search.ts';

export type AdminPageName =
  | 'rounds'
  | 'indicators'
  | 'findings'
  | 'people'
  | 'departments'
  | 'displays'
  | 'settings'
  | 'identity'
  | 'audit';

/** Rounds have a page outside administration: some people run them and see nothing else of it. */
export const adminPath = (slug: string, page: AdminPageName) =>
  page === 'rounds' ? `/rounds/${slug}` : `/admin/${slug}/${page}`;

/** A plan's board, filtered by `search`. */
export const boardPath = (municipality: string, year: number | string, search: Search = {}) =>
  `/${municipality}/${year}${stringifySearch(search)}`;

/** `code` is the measure's code within the plan. */
export const measurePath = (municipality: string, year: number, code: string) =>
  `/${municipality}/${year}/measures/${code}`;

export const goalPath = (municipality: string, year: number, goal: string) => `/${municipality}/${year}/goals/${goal}`;

export const departmentPath = (municipality: string, year: number, department: string) =>
  `/${municipality}/${year}/departments/${department}`;

/** The page of the council term. */
export const termPath = (municipality: string, year: number) => `/${municipality}/${year}/term`;

/** A plan's indicators, filtered by `search`. */
export const cataloguePath = (municipality: string, year: number | string, search: Search = {}) =>
  `/${municipality}/${year}/indicators${stringifySearch(search)}`;

export const indicatorPath = (municipality: string, year: number | string, indicator: string) =>
  `/${municipality}/${year}/indicators/${indicator}`;

/** Decisions of meetings, which a secretary prints for the minutes. */
export const meetingPath = (slug: string, year: number | string, meeting?: string) =>
  `/${slug}/${year}/decisions${stringifySearch({ meeting })}`;

export const roundsPath = (slug: string) => `/rounds/${slug}`;

export const roundPath = (slug: string, id: string) => `/rounds/${slug}/${id}`;

/** The reporting form of a department in a round, also for people with the right to report for another department. */
export const answersPath = (slug: string, department: string, roundId: string | undefined) =>
  `/reporting${stringifySearch({ department, municipality: slug, round: roundId })}`;

/** The accessibility statement, with a municipality's own part and its feedback form. */
export const accessibilityPath = (municipality?: string) => `/accessibility${stringifySearch({ municipality })}`;
