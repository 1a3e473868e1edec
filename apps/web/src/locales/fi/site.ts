import site from './site.json';

/** Words of the pages about the service itself. */
export const siteWords = { site };

export type SiteMessages = typeof siteWords;
