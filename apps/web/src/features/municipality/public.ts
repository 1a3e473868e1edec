export { Logo } from './logo.tsx';
export { municipalitiesQuery, publicSettingsQuery } from './queries.ts';
