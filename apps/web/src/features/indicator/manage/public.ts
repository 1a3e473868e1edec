export { PickMany } from './pick-many.tsx';
export { PlanFrame } from './plan-frame.tsx';
export { usePeriodRule } from './use-period-rule.ts';
