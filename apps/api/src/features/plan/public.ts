export { registerFastBoard } from './board-fast.ts';
export { BoardStore, type KeptBoard } from './board-store.ts';
export { departmentsOf, headOf, measuresByCode } from './head.ts';
export { boardOf, type PlanKey } from './read.ts';
export { termMeasureSelect, toTermMeasure } from './term.ts';
