import type { Indicator } from '@vointi/shared/indicator/contract.ts';
import type { IndicatorValue } from '@vointi/shared/indicator/contract.ts';
import type { IndicatorKind } from '@vointi/shared/indicator/kind.ts';
import type { Cell } from '@vointi/shared/indicator/manage-contract.ts';
import type { Language } from '../../../lib/language.ts';
import { draftOf, type Draft, type Origin } from './draft.ts';

/** What identifies a value. */
type CellKey = Pick<Cell, 'indicator' | 'period' | 'ageGroup' | 'sex' | 'area'>;

export type GridCell = {
  key: string;
  /** The labels of its row and column. */
  names: { row: string; column: string };
  cellKey: CellKey;
  kind: IndicatorKind;
  decimals: number;
  origin: Origin;
  /** In the language of the page. */
  stored: Draft;
  version: number;
  /** The value is suppressed for this person, who must not overwrite it unseen. */
  isLocked: boolean;
};

type GridLine = { key: string; label: string; lang?: string | undefined; note?: string };
export type Grid = { rows: readonly GridLine[]; columns: readonly GridLine[]; cells: ReadonlyMap<string, GridCell> };

export const gridKey = (row: string, column: string) => `${row}|${column}`;

type CellContent = {
  names: GridCell['names'];
  cellKey: CellKey;
  value: IndicatorValue | null;
  language: Language;
  missing: string;
};

export const cellOf = (
  key: string,
  { kind, decimals, source, sourceId, licence }: Pick<Indicator, 'kind' | 'decimals' | keyof Origin>,
  { names, cellKey, value, language, missing }: CellContent,
): GridCell => {
  const origin = { source, sourceId, licence };
  return {
    key,
    names,
    cellKey,
    kind,
    decimals,
    origin,
    stored: draftOf(value, { origin, language, missing }),
    version: value?.version ?? 0,
    isLocked: value?.kind === 'suppressed',
  };
};
