export { termPath } from './paths.ts';
export { TermRow } from './term-row.tsx';
export { TermRows } from './term-rows.tsx';
export { TermStatus } from './term-status.tsx';
