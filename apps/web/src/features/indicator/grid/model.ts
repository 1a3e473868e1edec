import type { Indicator, IndicatorValue } from '@vointi/shared/indicator/contract.ts';
import type { IndicatorKind } from '@vointi/shared/indicator/kind.ts';
import type { Cell, CellValue } from '@vointi/shared/indicator/manage-contract.ts';
import { formatFigure } from '@vointi/shared/indicator/figures.ts';
import { textIn } from '@vointi/shared/text/text.ts';
import type { Language } from '../../../lib/language.ts';

/** Where a value belongs. */
type Place = Pick<Cell, 'indicator' | 'period' | 'ageGroup' | 'sex' | 'area'>;

/** One cell of a grid: where its value belongs, of what kind it is, and what is stored there now. */
export type GridCell = {
  key: string;
  /** What its row and its column are called. */
  names: { row: string; column: string };
  place: Place;
  kind: IndicatorKind;
  decimals: number;
  /** As it is stored, in the language of whoever types. */
  stored: string;
  version: number;
  /** Somebody may see that there is a value, and not which: it is not to be overwritten unseen. */
  isLocked: boolean;
};

type GridLine = { key: string; label: string; lang?: string | undefined; note?: string };
export type Grid = { rows: readonly GridLine[]; columns: readonly GridLine[]; cells: ReadonlyMap<string, GridCell> };

export const cellKey = (row: string, column: string) => `${row}|${column}`;

/** A stored value as one would type it; what is known to be missing says so. */
export function typedText(value: IndicatorValue | CellValue | null, language: Language, missing: string): string {
  if (value === null || value.kind === 'none' || value.kind === 'suppressed') return '';
  if (value.kind === 'missing') return missing;
  if (value.kind === 'text') return textIn(value.value, language).text;
  return formatFigure(value, language);
}

type Given = {
  names: GridCell['names'];
  place: Place;
  value: IndicatorValue | null;
  language: Language;
  missing: string;
};

export const cellOf = (
  key: string,
  { kind, decimals }: Pick<Indicator, 'kind' | 'decimals'>,
  { names, place, value, language, missing }: Given,
): GridCell => ({
  key,
  names,
  place,
  kind,
  decimals,
  stored: typedText(value, language, missing),
  version: value?.version ?? 0,
  isLocked: value?.kind === 'suppressed',
});
