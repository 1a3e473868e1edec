/** The page that controls a room's screen from a phone. */
export const remotePath = (slug: string, id: string) => `/admin/${slug}/displays/${id}`;
/** The public screen of a plan, which needs no pairing. */
export const publicScreenPath = (slug: string, year: number) => `/${slug}/${year}/display`;
