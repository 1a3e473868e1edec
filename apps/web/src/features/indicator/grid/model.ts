import type { Indicator } from '@vointi/shared/indicator/contract.ts';
import type { IndicatorValue } from '@vointi/shared/indicator/contract.ts';
import type { IndicatorKind } from '@vointi/shared/indicator/kind.ts';
import type { Cell } from '@vointi/shared/indicator/manage-contract.ts';
import type { Language } from '../../../lib/language.ts';
import { draftOf, type Draft, type Origin } from './draft.ts';

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
  origin: Origin;
  /** As it is stored, in the language of whoever types. */
  stored: Draft;
  version: number;
  /** Somebody may see that there is a value, and not which: it is not to be overwritten unseen. */
  isLocked: boolean;
};

type GridLine = { key: string; label: string; lang?: string | undefined; note?: string };
export type Grid = { rows: readonly GridLine[]; columns: readonly GridLine[]; cells: ReadonlyMap<string, GridCell> };

export const cellKey = (row: string, column: string) => `${row}|${column}`;

type Given = {
  names: GridCell['names'];
  place: Place;
  value: IndicatorValue | null;
  language: Language;
  missing: string;
};

export const cellOf = (
  key: string,
  { kind, decimals, source, sourceId, licence }: Pick<Indicator, 'kind' | 'decimals' | keyof Origin>,
  { names, place, value, language, missing }: Given,
): GridCell => {
  const origin = { source, sourceId, licence };
  return {
    key,
    names,
    place,
    kind,
    decimals,
    origin,
    stored: draftOf(value, { origin, language, missing }),
    version: value?.version ?? 0,
    isLocked: value?.kind === 'suppressed',
  };
};
