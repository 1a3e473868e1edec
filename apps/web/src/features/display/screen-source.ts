/** Which plan a screen shows without being paired, by its address; or whatever its room has been given. */
export type ScreenSource = { kind: 'paired' } | { kind: 'plan'; slug: string; year: number };

/** Which screen an address is: `/display` the paired one, `/kouvola/2024/display` that of a plan that anybody may see. */
export function screenSourceOf(pathname: string): ScreenSource {
  const [, slug, year] = /^\/([a-z0-9-]{1,60})\/(20\d\d)\/display\/?$/.exec(pathname) ?? [];
  return slug && year ? { kind: 'plan', slug, year: Number(year) } : { kind: 'paired' };
}
