export { readIndicators } from './read.ts';
export { seesSmall } from './row.ts';
export { readAssessedIndicators } from './assessed-indicators.ts';
export { cellColumns, columnOf, replaceContent } from './value-columns.ts';
