import { useCallback, useState } from 'react';

export type Spot = { row: number; column: number };
type Size = { rows: number; columns: number };

const within = (value: number, count: number) => Math.min(Math.max(value, 0), Math.max(count - 1, 0));
const page = 10;

/** Where a key leads to from a cell; null when the key is none of the grid's. */
export function spotAfter({ row, column }: Spot, key: string, isFar: boolean, { rows, columns }: Size): Spot | null {
  switch (key) {
    case 'ArrowUp':
      return { row: isFar ? 0 : row - 1, column };
    case 'ArrowDown':
    case 'Enter':
      return { row: isFar ? rows - 1 : row + 1, column };
    case 'ArrowLeft':
      return { row, column: isFar ? 0 : column - 1 };
    case 'ArrowRight':
      return { row, column: isFar ? columns - 1 : column + 1 };
    case 'Home':
      return { row: isFar ? 0 : row, column: 0 };
    case 'End':
      return { row: isFar ? rows - 1 : row, column: columns - 1 };
    case 'PageUp':
      return { row: row - page, column };
    case 'PageDown':
      return { row: row + page, column };
    default:
      return null;
  }
}

/** The cell to the right, or the first of the next row. */
export function spotBeside({ row, column }: Spot, step: 1 | -1, { columns }: Size): Spot {
  const at = row * columns + column + step;
  return { row: Math.floor(at / columns), column: ((at % columns) + columns) % columns };
}

/** The one cell that the keyboard is at. */
export function useSelection(size: Size) {
  const [wanted, setWanted] = useState<Spot>({ row: 0, column: 0 });
  const active = { row: within(wanted.row, size.rows), column: within(wanted.column, size.columns) };
  const move = useCallback(
    (spot: Spot) => setWanted({ row: within(spot.row, size.rows), column: within(spot.column, size.columns) }),
    [size.rows, size.columns],
  );
  return { active, move };
}
