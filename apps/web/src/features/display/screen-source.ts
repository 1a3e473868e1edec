/** Where a screen gets its plan: from its room (paired), or from its address. */
export type ScreenSource = { kind: 'paired' } | { kind: 'plan'; slug: string; year: number };

/** `/display` is the paired screen, `/kouvola/2024/display` the public one of a plan. */
export function screenSourceOf(pathname: string): ScreenSource {
  const [, slug, year] = /^\/([a-z0-9-]{1,60})\/(20\d\d)\/display\/?$/.exec(pathname) ?? [];
  return slug && year ? { kind: 'plan', slug, year: Number(year) } : { kind: 'paired' };
}

/** Part of the browser storage's keys. */
export const storageNameOf = (source: ScreenSource): string =>
  source.kind === 'paired' ? 'room' : `${source.slug}/${source.year}`;
