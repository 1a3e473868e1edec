export { sessionQuery, useCan, useMe } from './queries.ts';
