import type { Place } from './screen-state.ts';

/** Which screen an address is: `/display` the paired one, `/kouvola/2024/display` that of a plan that anybody may see. */
export function placeOf(pathname: string): Place {
  const [, slug, year] = /^\/([a-z0-9-]{1,60})\/(20\d\d)\/display\/?$/.exec(pathname) ?? [];
  return slug && year ? { kind: 'plan', slug, year: Number(year) } : { kind: 'paired' };
}
