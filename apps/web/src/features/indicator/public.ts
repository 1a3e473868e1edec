export { IndicatorFigures, IndicatorList } from './indicator-list.tsx';
export { ofAgeGroups } from './of-age-groups.ts';
export { periodTyped } from './period-typed.ts';
export { catalogueQuery } from './queries.ts';
export { refreshFigures } from './refresh.ts';
export { SmallChart } from './small-chart.tsx';
export { usePeriodText } from './use-period-text.ts';
