/** Address of a municipality's rounds. */
export const roundsPath = (slug: string) => `/rounds/${slug}`;

/** Address of a round's own page. */
export const roundPath = (slug: string, id: string) => `/rounds/${slug}/${id}`;

/** Where one answers for a department; for another’s too, for whoever may. */
export const answersPath = (slug: string, department: string) =>
  `/reporting?department=${encodeURIComponent(department)}&municipality=${encodeURIComponent(slug)}`;
