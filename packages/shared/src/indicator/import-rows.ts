/** The columns of an imported file. */
export const importColumns = [
  'indicator',
  'period',
  'ageGroup',
  'sex',
  'area',
  'value',
  'state',
  'note',
  'source',
  'sourceId',
  'licence',
] as const;
export type ImportColumn = (typeof importColumns)[number];

/** Why a row is refused. The locales have a text for each. */
export const importReasons = [
  'indicator_absent',
  'indicator_unknown',
  'period_absent',
  'period_unknown',
  'age_group_unknown',
  'sex_unknown',
  'area_unknown',
  'state_unknown',
  'value_absent',
  'value_and_state',
  'value_hidden',
  'not_a_number',
  'ambiguous',
  'too_many_decimals',
  'out_of_range',
  'not_yes_no',
  'not_a_month_or_day',
  'no_such_date',
  'not_a_trend',
  'too_long',
  'too_many_cells',
  'twice_in_file',
  'too_many_values',
] as const;
export type ImportReason = (typeof importReasons)[number];
