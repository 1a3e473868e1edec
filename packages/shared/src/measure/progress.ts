/** A department's answer about its assignment: the plan's traffic light (plan 2024, introduction). */
export const progresses = ['not_started', 'in_progress', 'done'] as const;
export type Progress = (typeof progresses)[number];

/** The status of a measure, computed from its assignments. */
export const statuses = ['done', 'in_progress', 'not_started', 'not_reported', 'mixed'] as const;
export type Status = (typeof statuses)[number];

export const ageGroups = ['children_youth', 'working_age', 'older_people', 'all_ages'] as const;
export type AgeGroup = (typeof ageGroups)[number];

/** `unspecified`: the plan gives the measure no age group. */
export const ageGroupChoices = [...ageGroups, 'unspecified'] as const;
export type AgeGroupChoice = (typeof ageGroupChoices)[number];

export const recurrences = ['one_off', 'continuous', 'yearly'] as const;
