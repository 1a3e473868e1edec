export { boardPath } from './paths.ts';
export { boardQuery, usePlanHead } from './queries.ts';
