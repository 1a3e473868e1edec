import { stringifySearch } from '../../lib/search.ts';

/** The accessibility statement, with a municipality's own part and its form for feedback. */
export const accessibilityPath = (municipality?: string) => `/accessibility${stringifySearch({ municipality })}`;
