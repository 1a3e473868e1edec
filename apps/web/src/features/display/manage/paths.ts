/** The page by which somebody with a phone leads the room's screen. */
export const remotePath = (slug: string, id: string) => `/admin/${slug}/displays/${id}`;
/** The screen of a plan that anybody may open without pairing. */
export const publicScreenPath = (slug: string, year: number) => `/${slug}/${year}/display`;
