import { useCallback, useState } from 'react';

export type CellPosition = { row: number; column: number };
type Size = { rows: number; columns: number };

const within = (value: number, count: number) => Math.min(Math.max(value, 0), Math.max(count - 1, 0));
const page = 10;

/** The position that a key moves to; null when the grid does not use the key. */
export function positionAfterKey(
  { row, column }: CellPosition,
  key: string,
  isFar: boolean,
  { rows, columns }: Size,
): CellPosition | null {
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
export function adjacentPosition({ row, column }: CellPosition, step: 1 | -1, { columns }: Size): CellPosition {
  const index = row * columns + column + step;
  return { row: Math.floor(index / columns), column: ((index % columns) + columns) % columns };
}

/** The positions of a block, row by row. */
const positionsBetween = (one: CellPosition, other: CellPosition): CellPosition[] => {
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

/** The active cell, and the block between it and the corner that Shift moves. */
export function useSelection(size: Size) {
  const [anchor, setAnchor] = useState<CellPosition>({ row: 0, column: 0 });
  const [far, setFar] = useState<CellPosition | null>(null);
  const { rows, columns } = size;
  const inside = useCallback(
    (position: CellPosition) => ({ row: within(position.row, rows), column: within(position.column, columns) }),
    [rows, columns],
  );
  const active = inside(anchor);
  const corner = inside(far ?? anchor);
  const move = useCallback(
    (position: CellPosition) => {
      setAnchor(inside(position));
      setFar(null);
    },
    [inside],
  );
  const reach = useCallback((position: CellPosition) => setFar(inside(position)), [inside]);
  const top = Math.min(active.row, corner.row);
  const left = Math.min(active.column, corner.column);
  const bottom = Math.max(active.row, corner.row);
  const right = Math.max(active.column, corner.column);
  const has = ({ row, column }: CellPosition) => row >= top && row <= bottom && column >= left && column <= right;
  return { size, active, corner, move, reach, has, positions: positionsBetween(active, corner) };
}
