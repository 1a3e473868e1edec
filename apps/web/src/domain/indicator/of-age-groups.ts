import type { Indicator } from '@vointi/shared/indicator/contract.ts';
import { trendOf } from '@vointi/shared/indicator/trend.ts';
import type { AgeGroup } from '@vointi/shared/measure/progress.ts';

/**
 * An indicator with only the figures of some age groups, so that a finding about older people does not show figures of
 * children. Without such figures it returns the indicator unchanged.
 */
export function ofAgeGroups(indicator: Indicator, ages: readonly AgeGroup[]): Indicator {
  const values = indicator.values.filter(({ ageGroup }) => ageGroup !== null && ages.includes(ageGroup));
  const isOthers = indicator.values.length > values.length;
  if (values.length === 0 || !isOthers) return indicator;
  const filtered = { ...indicator, values };
  return { ...filtered, trend: trendOf(filtered) };
}
