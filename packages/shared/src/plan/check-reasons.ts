import type { IndicatorKind } from '../indicator/kind.ts';
import type { RoundState } from '../round/state.ts';

export type Noun =
  | 'department'
  | 'indicator'
  | 'indicator_set'
  | 'goal'
  | 'term_measure'
  | 'round'
  | 'measure'
  | 'finding';
export type ValueType = 'text' | 'number' | 'whole_number' | 'true_or_false' | 'list' | 'object';
export type Format = 'slug' | 'period' | 'address' | 'milestone' | 'municipality_code' | 'date' | 'instant';

/** Why a file or a part of it is rejected. */
export type Reason =
  | { code: 'required' }
  | { code: 'wrong_type'; expected: ValueType }
  | { code: 'text_empty' }
  | { code: 'text_too_long'; length: number; max: number }
  | { code: 'bad_character' }
  | { code: 'number_too_small'; min: number }
  | { code: 'number_too_large'; max: number }
  | { code: 'too_many_decimals'; max: number }
  | { code: 'too_few_items'; min: number }
  | { code: 'too_many_items'; count: number; max: number }
  | { code: 'wrong_format'; value: string; expected: Format }
  | { code: 'not_allowed'; value: string; allowed: readonly string[] }
  | { code: 'unknown_key'; key: string; closest: string | null }
  | { code: 'unknown_reference'; noun: Noun; value: string; closest: string | null }
  | { code: 'duplicate'; noun: Noun; value: string; first: string }
  | { code: 'listed_twice'; value: string }
  | { code: 'department_twice'; department: string; first: string }
  | { code: 'round_twice'; round: string; first: string }
  | { code: 'value_twice'; first: string }
  | { code: 'value_absent'; expected: string }
  | { code: 'several_values'; keys: readonly string[] }
  | { code: 'wrong_value_key'; key: string; kind: IndicatorKind; expected: string }
  | { code: 'period_twice'; first: string }
  | { code: 'target_not_possible'; kind: IndicatorKind }
  | { code: 'no_such_date'; value: string }
  | { code: 'round_without_dates'; state: RoundState }
  | { code: 'closes_before_opens' }
  | { code: 'report_in_planned_round'; round: string }
  | { code: 'ends_before_start' }
  | { code: 'year_outside_term'; year: number; startYear: number; endYear: number }
  | { code: 'successor_cycle'; chain: readonly string[] }
  | { code: 'round_absent' }
  | { code: 'assessed_needed'; count: number }
  | { code: 'lights_of_other_year'; year: number; count: number }
  | { code: 'round_open_already'; round: string }
  | { code: 'draft_replaces' }
  | { code: 'kind_differs'; kind: IndicatorKind }
  | { code: 'plan_exists'; slug: string; year: number }
  | { code: 'code_taken'; municipalityCode: string; by: string }
  | { code: 'slug_reserved'; slug: string }
  | { code: 'cannot_read' }
  | { code: 'file_too_large'; maxMegabytes: number }
  | { code: 'not_utf8' }
  | { code: 'not_json'; line: number; column: number };
