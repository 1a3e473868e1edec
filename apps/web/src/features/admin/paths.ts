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

/** Rounds are a page of their own, for those who run them and see nothing else of administration. */
export const adminPath = (slug: string, page: AdminPageName) =>
  page === 'rounds' ? `/rounds/${slug}` : `/admin/${slug}/${page}`;
