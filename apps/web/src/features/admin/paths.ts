export type AdminPageName = 'people' | 'departments' | 'settings' | 'identity' | 'audit';

export const adminPath = (slug: string, page: AdminPageName) => `/admin/${slug}/${page}`;
