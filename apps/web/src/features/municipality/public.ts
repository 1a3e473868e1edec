export { municipalitiesQuery } from './queries.ts';
