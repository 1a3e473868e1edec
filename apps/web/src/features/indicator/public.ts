export { IndicatorFigures, IndicatorList } from './indicator-list.tsx';
export { usePeriodText } from './use-period-text.ts';
