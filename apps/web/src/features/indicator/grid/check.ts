import type { CellValue } from '@vointi/shared/indicator/manage-contract.ts';
import type { IndicatorKind } from '@vointi/shared/indicator/kind.ts';
import { parseFigure, type FigureReason } from '@vointi/shared/indicator/figures.ts';
import type { Draft } from './draft.ts';

type Refusal = Exclude<FigureReason, 'empty'>;
export type CheckedCell = { value: CellValue; refusal?: never } | { refusal: Refusal; value?: never };

/** Spellings of "no figure" in statistics and in everyday use. */
const missing = new Set(['ei lukua', 'puuttuu', 'ingen siffra', 'saknas', 'no figure', 'missing', '..', '…', '-', '–']);

type FigureFormat = { kind: IndicatorKind; decimals: number };

/** Parses the text of a cell, or tells why it is refused. An empty text removes the value. */
export function checkCell(
  { text: input, localizedText }: Pick<Draft, 'text' | 'localizedText'>,
  { kind, decimals }: FigureFormat,
): CheckedCell {
  const text = input.normalize('NFC').trim();
  if (text === '') return { value: { kind: 'none' } };
  // In a trend, a dash means a direction.
  if (missing.has(text.toLowerCase()) && !(kind === 'trend' && /^[-–]$/.test(text)))
    return { value: { kind: 'missing' } };
  const { value, reason } = parseFigure(kind, text, decimals);
  if (reason !== undefined) return reason === 'empty' ? { value: { kind: 'none' } } : { refusal: reason };
  if (value.kind === 'text') return { value: { kind: 'text', value: localizedText ?? { fi: value.value } } };
  return { value };
}
