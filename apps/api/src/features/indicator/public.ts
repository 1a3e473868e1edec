export { readIndicators } from './read.ts';
export { seesSmall } from './row.ts';
export { readJudged } from './judged.ts';
