const base = (slug: string) => `/admin/${slug}/indicators`;

export const gridPath = (slug: string, year: number | string) => `${base(slug)}/grid?year=${year}`;
export const importPath = (slug: string, year: number | string) => `${base(slug)}/import?year=${year}`;
/** A path of its own, since an indicator may have the slug `grid`. */
export const managePath = (slug: string, year: number | string, indicator: string) =>
  `${base(slug)}/edit/${indicator}?year=${year}`;
export const listPath = (slug: string, year: number | string) => `${base(slug)}?year=${year}`;
