import type { CellValue } from '@vointi/shared/indicator/manage-contract.ts';
import type { IndicatorKind } from '@vointi/shared/indicator/kind.ts';
import { parseFigure, type FigureReason } from '@vointi/shared/indicator/figures.ts';
import type { Draft } from './draft.ts';

type Refusal = Exclude<FigureReason, 'empty'>;
export type Checked = { value: CellValue; refusal?: never } | { refusal: Refusal; value?: never };

/** As statistics and people write that there is no figure. */
const missing = new Set(['ei lukua', 'puuttuu', 'ingen siffra', 'saknas', 'no figure', 'missing', '..', '…', '-', '–']);

type Described = { kind: IndicatorKind; decimals: number };

/** What was typed into a cell as what it is to hold, or why it cannot. Nothing at all takes the value away. */
export function checkCell(
  { text: typed, words }: Pick<Draft, 'text' | 'words'>,
  { kind, decimals }: Described,
): Checked {
  const text = typed.normalize('NFC').trim();
  if (text === '') return { value: { kind: 'none' } };
  // A dash is a direction to one who writes of directions.
  if (missing.has(text.toLowerCase()) && !(kind === 'trend' && /^[-–]$/.test(text)))
    return { value: { kind: 'missing' } };
  const { value, reason } = parseFigure(kind, text, decimals);
  if (reason !== undefined) return reason === 'empty' ? { value: { kind: 'none' } } : { refusal: reason };
  if (value.kind === 'text') return { value: { kind: 'text', value: words ?? { fi: value.value } } };
  return { value };
}
