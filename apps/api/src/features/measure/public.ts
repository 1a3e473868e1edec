export { getMeasure } from './read.ts';
export { measureWhere } from './where.ts';
