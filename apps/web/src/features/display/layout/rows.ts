import { content, maxRows, smallestData } from './geometry.ts';

/** Sizes of text that a list may have: as large as fits, so that a short list fills the screen. */
const sizes = [8, 7.2, 6.4, 5.6, smallestData] as const;
const lineHeight = 1.15;
/** Above and below the text of a row, in its font size. */
const padding = 0.07;

export type ListLayout<R> = { size: number; pages: R[][] };

/** @param lines into how many lines a row falls at a width in its own font size */
type Given<R> = { rows: readonly R[]; height: number; lines: (row: R, width: number) => number; width?: number };

export const rowHeight = (lines: number, size: number): number => (lines * lineHeight + 2 * padding) * size;

/** Rows on pages, each as evenly filled as the others: twelve at most, and never more than the height holds. */
export function listLayout<R>({ rows, height, lines, width = content.width }: Given<R>): ListLayout<R> {
  if (rows.length === 0) return { size: sizes[0], pages: [] };
  const heights = (size: number) => rows.map((row) => rowHeight(lines(row, width / size), size));
  const least = fill(heights(smallestData), height, maxRows);
  const even = evenly(heights(smallestData), height, least.length);
  for (const size of sizes) {
    const high = heights(size);
    const isFit = even.every(([from, to]) => sum(high.slice(from, to)) <= height);
    if (isFit) return { size, pages: even.map(([from, to]) => rows.slice(from, to)) };
  }
  return { size: smallestData, pages: least.map(([from, to]) => rows.slice(from, to)) };
}

type Range = readonly [from: number, to: number];
const sum = (values: readonly number[]) => values.reduce((one, other) => one + other, 0);

/** From the first row on, as many to a page as it holds. */
function fill(heights: readonly number[], height: number, most: number): Range[] {
  const pages: Range[] = [];
  let from = 0;
  let used = 0;
  heights.forEach((own, at) => {
    if (at > from && (used + own > height || at - from >= most)) {
      pages.push([from, at]);
      from = at;
      used = 0;
    }
    used += own;
  });
  pages.push([from, heights.length]);
  return pages;
}

/** The fewest rows on the fullest page with which as many pages are enough. */
function evenly(heights: readonly number[], height: number, pages: number): Range[] {
  for (let most = Math.ceil(heights.length / pages); most < maxRows; most += 1) {
    const tried = fill(heights, height, most);
    if (tried.length <= pages) return tried;
  }
  return fill(heights, height, maxRows);
}
