import type { AgeGroup } from '@vointi/shared/measure/progress.ts';
import type { Text } from '@vointi/shared/text/text.ts';
import { parseFigure } from '@vointi/shared/indicator/figures.ts';
import type { ImportColumn, ImportReason } from '@vointi/shared/indicator/import-rows.ts';
import { type AreaNames, dotsOf, readAgeGroup, readArea, readSex, readState } from './import-vocabulary.ts';
import type { Area, IndicatorKind, Sex } from '@vointi/shared/indicator/kind.ts';
import type { CellValue } from '@vointi/shared/indicator/manage-contract.ts';
import { parsePeriod } from '@vointi/shared/indicator/period.ts';

/** A row of a file. A cell may have several texts (code and label); the first that is recognized counts. */
export type ImportRow = {
  row: number;
  cells: Partial<Record<Exclude<ImportColumn, 'value'>, readonly string[]>> & { value: string | number | null };
};

type ImportIndicator = { slug: string; kind: IndicatorKind; decimals: number };

/** The data of the municipality by which rows are read. */
export type ImportContext = {
  /** By slug or name; null: no such indicator. */
  indicatorOf: (text: string) => ImportIndicator | null;
  /** The default for rows that name none. */
  indicator: ImportIndicator | null;
  areaNamesOf: (indicator: string) => AreaNames;
};

export type ImportedValue = {
  row: number;
  indicator: string;
  period: string | null;
  ageGroup: AgeGroup | null;
  sex: Sex | null;
  area: Area;
  value: CellValue;
  /** The optional fields are absent when the file does not have them. */
  note?: Text;
  source?: Text;
  sourceId?: string;
  licence?: string;
  isUncertain?: boolean;
};
export type Refusal = { row: number; column: ImportColumn | null; reason: ImportReason; given: string };

const shorten = (text: string) => [...text].slice(0, 100).join('');
const isRefusal = (read: CellValue | ValueRefusal): read is ValueRefusal => 'reason' in read;

/** The first text that is recognized. */
function firstRecognized<V>(texts: readonly string[], read: (text: string) => { value: V } | { isUnknown: true }) {
  for (const text of texts) {
    const result = read(text);
    if ('value' in result) return result;
  }
  return null;
}

/** Maximum lengths, in characters. */
const maxLengths = { note: 500, source: 300, sourceId: 100, licence: 100 } as const;

/** Reads one row. Returns a refusal for each cell that is wrong. */
export function readImportRow({ row, cells }: ImportRow, context: ImportContext): ImportedValue | Refusal[] {
  const refusals: Refusal[] = [];
  const refuse = (column: ImportColumn | null, reason: ImportReason, given: string | number | null): null => {
    refusals.push({ row, column, reason, given: shorten(String(given ?? '')) });
    return null;
  };
  const textsOf = (column: Exclude<ImportColumn, 'value'>) => (cells[column] ?? []).map((one) => one.trim());
  const first = (column: Exclude<ImportColumn, 'value'>) => textsOf(column).find((one) => one !== '') ?? '';

  const indicator = indicatorOf(textsOf('indicator'), context, refuse);
  const ageGroup = firstRecognized(textsOf('ageGroup').concat(cells.ageGroup ? [] : ['']), readAgeGroup);
  if (!ageGroup) refuse('ageGroup', 'age_group_unknown', first('ageGroup'));
  const sex = firstRecognized(textsOf('sex').concat(cells.sex ? [] : ['']), readSex);
  if (!sex) refuse('sex', 'sex_unknown', first('sex'));
  const names = indicator ? context.areaNamesOf(indicator.slug) : { municipality: [], region: [] };
  const area = firstRecognized(textsOf('area').concat(cells.area ? [] : ['']), (one) => readArea(one, names));
  if (!area && indicator) refuse('area', 'area_unknown', first('area'));
  const period = first('period') === '' ? null : (textsOf('period').map(parsePeriod).find(Boolean) ?? undefined);
  if (period === undefined) refuse('period', 'period_unknown', first('period'));
  const state = firstRecognized(textsOf('state').concat(cells.state ? [] : ['']), readState);
  if (!state) refuse('state', 'state_unknown', first('state'));
  const value = indicator && state ? valueOf(cells.value, state.value, indicator) : null;
  if (value && isRefusal(value)) refuse(value.column, value.reason, cells.value ?? first('state'));
  for (const column of ['note', 'source', 'sourceId', 'licence'] as const) {
    if (first(column).length > maxLengths[column]) refuse(column, 'too_long', first(column));
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

function indicatorOf(texts: readonly string[], context: ImportContext, refuse: Refuse): ImportIndicator | null {
  const names = texts.filter((text) => text !== '');
  if (names.length === 0) return context.indicator ?? refuse('indicator', 'indicator_absent', '');
  for (const name of names) {
    const indicator = context.indicatorOf(name);
    if (indicator) return indicator;
  }
  return refuse('indicator', 'indicator_unknown', names[0] ?? '');
}

type State = 'missing' | 'suppressed' | 'uncertain' | null;
type ValueRefusal = Pick<Refusal, 'column' | 'reason'>;

function valueOf(cell: string | number | null, state: State, indicator: ImportIndicator): CellValue | ValueRefusal {
  const text = typeof cell === 'number' ? String(cell) : (cell ?? '').trim();
  const dots = dotsOf(text);
  if (state === 'suppressed' || dots === 'suppressed') return { column: 'value', reason: 'value_hidden' };
  if (dots === 'missing' || (text === '' && state === 'missing')) return { kind: 'missing' };
  if (text === '') return { column: 'value', reason: 'value_absent' };
  if (state === 'missing') return { column: 'state', reason: 'value_and_state' };
  if (typeof cell === 'number' && indicator.kind === 'number') return numberOf(cell, indicator.decimals);
  const parsed = parseFigure(indicator.kind, text, indicator.decimals);
  if (parsed.value === undefined) {
    return { column: 'value', reason: parsed.reason === 'empty' ? 'value_absent' : parsed.reason };
  }
  const { value } = parsed;
  if (value.kind === 'text') return { kind: 'text', value: { fi: value.value } };
  return value.kind === 'number' ? numberOf(value.value, indicator.decimals) : value;
}

/** Checks a number that needs no parsing. */
function numberOf(value: number, decimals: number): CellValue | ValueRefusal {
  if (!Number.isFinite(value) || Math.abs(value) > 999_999_999_999) return { column: 'value', reason: 'out_of_range' };
  if (Number(value.toFixed(decimals)) !== value) return { column: 'value', reason: 'too_many_decimals' };
  return { kind: 'number', value: value + 0 };
}
