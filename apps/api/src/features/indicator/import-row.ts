import type { AgeGroup } from '@vointi/shared/measure/progress.ts';
import type { Text } from '@vointi/shared/text/text.ts';
import { parseFigure } from '@vointi/shared/indicator/figures.ts';
import type { ImportColumn, ImportReason } from '@vointi/shared/indicator/import-rows.ts';
import { type AreaNames, dotsOf, readAgeGroup, readArea, readSex, readState } from './import-words.ts';
import type { Area, IndicatorKind, Sex } from '@vointi/shared/indicator/kind.ts';
import type { CellValue } from '@vointi/shared/indicator/manage-contract.ts';
import { parsePeriod } from '@vointi/shared/indicator/period.ts';

/** A row of a file as it stands there; a cell can be given in several ways (code and label), any of which will do. */
export type ImportRow = {
  row: number;
  cells: Partial<Record<Exclude<ImportColumn, 'value'>, readonly string[]>> & { value: string | number | null };
};

type Known = { slug: string; kind: IndicatorKind; decimals: number };

/** What is known where the file is read. */
export type ImportContext = {
  /** By slug or name; null: no such indicator. */
  indicatorOf: (typed: string) => Known | null;
  /** That of all rows that do not name one. */
  indicator: Known | null;
  areaNamesOf: (indicator: string) => AreaNames;
};

/** A value to be written, or why the row is refused. */
export type ImportedValue = {
  row: number;
  indicator: string;
  period: string | null;
  ageGroup: AgeGroup | null;
  sex: Sex | null;
  area: Area;
  value: CellValue;
  /** Undefined: the file does not say. */
  note?: Text;
  source?: Text;
  sourceId?: string;
  licence?: string;
  isUncertain?: boolean;
};
export type Refusal = { row: number; column: ImportColumn | null; reason: ImportReason; given: string };

const shorten = (text: string) => [...text].slice(0, 100).join('');
const isRefusal = (read: CellValue | ValueRefusal): read is ValueRefusal => 'reason' in read;

/** The first way of saying it that is understood. */
function firstKnown<V>(typed: readonly string[], read: (one: string) => { value: V } | { isUnknown: true }) {
  for (const one of typed) {
    const found = read(one);
    if ('value' in found) return found;
  }
  return null;
}

/** Longest lengths of what is kept beside a value. */
const longest = { note: 500, source: 300, sourceId: 100, licence: 100 } as const;

/** Reads one row. Everything that is wrong in it is told, one refusal a cell. */
export function readImportRow({ row, cells }: ImportRow, context: ImportContext): ImportedValue | Refusal[] {
  const refusals: Refusal[] = [];
  const refuse = (column: ImportColumn | null, reason: ImportReason, given: string | number | null): null => {
    refusals.push({ row, column, reason, given: shorten(String(given ?? '')) });
    return null;
  };
  const said = (column: Exclude<ImportColumn, 'value'>) => (cells[column] ?? []).map((one) => one.trim());
  const first = (column: Exclude<ImportColumn, 'value'>) => said(column).find((one) => one !== '') ?? '';

  const indicator = indicatorOf(said('indicator'), context, refuse);
  const ageGroup = firstKnown(said('ageGroup').concat(cells.ageGroup ? [] : ['']), readAgeGroup);
  if (!ageGroup) refuse('ageGroup', 'age_group_unknown', first('ageGroup'));
  const sex = firstKnown(said('sex').concat(cells.sex ? [] : ['']), readSex);
  if (!sex) refuse('sex', 'sex_unknown', first('sex'));
  const names = indicator ? context.areaNamesOf(indicator.slug) : { municipality: [], region: [] };
  const area = firstKnown(said('area').concat(cells.area ? [] : ['']), (one) => readArea(one, names));
  if (!area && indicator) refuse('area', 'area_unknown', first('area'));
  const period = first('period') === '' ? null : (said('period').map(parsePeriod).find(Boolean) ?? undefined);
  if (period === undefined) refuse('period', 'period_unknown', first('period'));
  const state = firstKnown(said('state').concat(cells.state ? [] : ['']), readState);
  if (!state) refuse('state', 'state_unknown', first('state'));
  const value = indicator && state ? valueOf(cells.value, state.value, indicator) : null;
  if (value && isRefusal(value)) refuse(value.column, value.reason, cells.value ?? first('state'));
  for (const column of ['note', 'source', 'sourceId', 'licence'] as const) {
    if (first(column).length > longest[column]) refuse(column, 'too_long', first(column));
  }
  if (
    refusals.length > 0 ||
    !indicator ||
    !ageGroup ||
    !sex ||
    !area ||
    !value ||
    isRefusal(value) ||
    period === undefined
  )
    return refusals;
  const [note, source, sourceId, licence] = [first('note'), first('source'), first('sourceId'), first('licence')];
  return {
    row,
    indicator: indicator.slug,
    period,
    ageGroup: ageGroup.value,
    sex: sex.value,
    area: area.value,
    value,
    ...(note !== '' && { note: { fi: note } }),
    ...(source !== '' && { source: { fi: source } }),
    ...(sourceId !== '' && { sourceId }),
    ...(licence !== '' && { licence }),
    ...(cells.state && { isUncertain: state?.value === 'uncertain' }),
  };
}

type Refuse = (column: ImportColumn, reason: ImportReason, given: string) => null;

function indicatorOf(said: readonly string[], context: ImportContext, refuse: Refuse): Known | null {
  const named = said.filter((one) => one !== '');
  if (named.length === 0) return context.indicator ?? refuse('indicator', 'indicator_absent', '');
  for (const one of named) {
    const known = context.indicatorOf(one);
    if (known) return known;
  }
  return refuse('indicator', 'indicator_unknown', named[0] ?? '');
}

type State = 'missing' | 'suppressed' | 'uncertain' | null;
type ValueRefusal = Pick<Refusal, 'column' | 'reason'>;

function valueOf(given: string | number | null, state: State, indicator: Known): CellValue | ValueRefusal {
  const typed = typeof given === 'number' ? String(given) : (given ?? '').trim();
  const dots = dotsOf(typed);
  if (state === 'suppressed' || dots === 'suppressed') return { column: 'value', reason: 'value_hidden' };
  if (dots === 'missing' || (typed === '' && state === 'missing')) return { kind: 'missing' };
  if (typed === '') return { column: 'value', reason: 'value_absent' };
  if (state === 'missing') return { column: 'state', reason: 'value_and_state' };
  if (typeof given === 'number' && indicator.kind === 'number') return numberOf(given, indicator.decimals);
  const parsed = parseFigure(indicator.kind, typed, indicator.decimals);
  if (parsed.value === undefined) {
    return { column: 'value', reason: parsed.reason === 'empty' ? 'value_absent' : parsed.reason };
  }
  const { value } = parsed;
  if (value.kind === 'text') return { kind: 'text', value: { fi: value.value } };
  return value.kind === 'number' ? numberOf(value.value, indicator.decimals) : value;
}

/** A number that a file gives as a number: nothing of how it is written is left to guess. */
function numberOf(value: number, decimals: number): CellValue | ValueRefusal {
  if (!Number.isFinite(value) || Math.abs(value) > 999_999_999_999) return { column: 'value', reason: 'out_of_range' };
  if (Number(value.toFixed(decimals)) !== value) return { column: 'value', reason: 'too_many_decimals' };
  return { kind: 'number', value: value + 0 };
}
