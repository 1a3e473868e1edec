import type { Indicator } from '@vointi/shared/indicator/contract.ts';
import { trendOf } from '@vointi/shared/indicator/trend.ts';
import type { AgeGroup } from '@vointi/shared/measure/progress.ts';

/**
 * An indicator as it concerns some age groups: a finding about older people is not shown with the figures of children.
 * Where there are no figures of theirs, it is the indicator as it is.
 */
export function ofAgeGroups(indicator: Indicator, ages: readonly AgeGroup[]): Indicator {
  const values = indicator.values.filter(({ ageGroup }) => ageGroup !== null && ages.includes(ageGroup));
  const isOthers = indicator.values.length > values.length;
  if (values.length === 0 || !isOthers) return indicator;
  const narrowed = { ...indicator, values };
  return { ...narrowed, trend: trendOf(narrowed) };
}
