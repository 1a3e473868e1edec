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

/** The spots of a block, row by row. */
const spotsBetween = (one: Spot, other: Spot): Spot[] => {
  const rows = [one.row, other.row].toSorted((a, b) => a - b) as [number, number];
  const columns = [one.column, other.column].toSorted((a, b) => a - b) as [number, number];
  return Array.from({ length: rows[1] - rows[0] + 1 }, (_, row) =>
    Array.from({ length: columns[1] - columns[0] + 1 }, (__, column) => ({
      row: rows[0] + row,
      column: columns[0] + column,
    })),
  ).flat();
};

export type Selection = ReturnType<typeof useSelection>;

/** The cell that the keyboard is at, and the block that reaches from it to another. */
export function useSelection(size: Size) {
  const [wanted, setWanted] = useState<Spot>({ row: 0, column: 0 });
  const [far, setFar] = useState<Spot | null>(null);
  const { rows, columns } = size;
  const inside = useCallback(
    (spot: Spot) => ({ row: within(spot.row, rows), column: within(spot.column, columns) }),
    [rows, columns],
  );
  const active = inside(wanted);
  const corner = inside(far ?? wanted);
  const move = useCallback(
    (spot: Spot) => {
      setWanted(inside(spot));
      setFar(null);
    },
    [inside],
  );
  const reach = useCallback((spot: Spot) => setFar(inside(spot)), [inside]);
  const top = Math.min(active.row, corner.row);
  const left = Math.min(active.column, corner.column);
  const bottom = Math.max(active.row, corner.row);
  const right = Math.max(active.column, corner.column);
  const has = ({ row, column }: Spot) => row >= top && row <= bottom && column >= left && column <= right;
  return { size, active, corner, move, reach, has, spots: spotsBetween(active, corner) };
}
