export { readIndicators } from './read.ts';
export { seesSmall } from './row.ts';
export { readJudged } from './judged.ts';
export { cellColumns, columnOf, replaceContent } from './value-columns.ts';
