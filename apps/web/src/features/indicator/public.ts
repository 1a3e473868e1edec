export { IndicatorFigures, IndicatorList } from './indicator-list.tsx';
