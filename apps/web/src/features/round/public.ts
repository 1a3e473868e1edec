export { roundsQuery } from './queries.ts';
