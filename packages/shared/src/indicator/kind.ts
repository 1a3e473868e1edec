export const indicatorKinds = ['number', 'yes_no', 'milestone', 'trend', 'text'] as const;
export type IndicatorKind = (typeof indicatorKinds)[number];

export const directions = ['up_is_good', 'down_is_good', 'neutral'] as const;
export type Direction = (typeof directions)[number];

export const trends = ['up', 'flat', 'down'] as const;
export type Trend = (typeof trends)[number];

/** Whether a change is good for the municipality. */
export const trendTones = ['better', 'worse', 'neutral'] as const;
/** Why a trend gives no verdict. */
export const noVerdictReasons = ['not_comparable', 'no_values', 'too_few', 'after_break', 'uncertain'] as const;
export type NoVerdictReason = (typeof noVerdictReasons)[number];

export const sexes = ['female', 'male'] as const;
export type Sex = (typeof sexes)[number];
export const areas = ['municipality', 'region', 'country'] as const;
export type Area = (typeof areas)[number];

/** Counts of people below this are not shown to the public. */
export const smallestShown = 5;
