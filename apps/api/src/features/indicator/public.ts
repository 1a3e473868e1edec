export { readIndicators } from './read.ts';
export { seesSmall } from './row.ts';
