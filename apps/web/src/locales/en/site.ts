import type { SiteMessages } from '../fi/site.ts';
import site from './site.json';

export const siteWords: SiteMessages = { site };
