export { registerFastBoard } from './board-fast.ts';
export { BoardStore, type KeptBoard } from './board-store.ts';
export { freezeClosed, readRoundRows, takeSnapshot } from './freeze.ts';
export type { FrozenRows } from './freeze-rows.ts';
export { departmentsOf, headOf, measuresByCode } from './head.ts';
export { hasPage } from './read-page.ts';
export { assertReadable, boardOf, isKeptToItself, type PlanKey, type Reader } from './read.ts';
export { termMeasureSelect, toTermMeasure } from './term.ts';
export { touchPlans } from './touch.ts';
