import { content, maxRows, smallestData } from './geometry.ts';

/** Font sizes of a list, largest first: a short list fills the screen. */
const sizes = [8, 7.2, 6.4, 5.6, smallestData] as const;
const lineHeight = 1.15;
/** Space above and below a row's text, in its font size. */
const padding = 0.07;

export type ListLayout<R> = { size: number; pages: R[][] };

/** `lines`: the number of lines of a row at a width, in its own font size. */
type ListOptions<R> = { rows: readonly R[]; height: number; lines: (row: R, width: number) => number; width?: number };

export const rowHeight = (lines: number, size: number): number => (lines * lineHeight + 2 * padding) * size;

/** Rows on evenly filled pages: at most twelve on each, and no more than the height holds. */
export function listLayout<R>({ rows, height, lines, width = content.width }: ListOptions<R>): ListLayout<R> {
  if (rows.length === 0) return { size: sizes[0], pages: [] };
  const heights = (size: number) => rows.map((row) => rowHeight(lines(row, width / size), size));
  const pagesOfSmallest = fill(heights(smallestData), height, maxRows);
  const even = evenly(heights(smallestData), height, pagesOfSmallest.length);
  for (const size of sizes) {
    const high = heights(size);
    const isFit = even.every(([from, to]) => sum(high.slice(from, to)) <= height);
    if (isFit) return { size, pages: even.map(([from, to]) => rows.slice(from, to)) };
  }
  return { size: smallestData, pages: pagesOfSmallest.map(([from, to]) => rows.slice(from, to)) };
}

type Range = readonly [from: number, to: number];
const sum = (values: readonly number[]) => values.reduce((one, other) => one + other, 0);

/** Fills each page with as many rows as it holds. */
function fill(heights: readonly number[], height: number, maxPerPage: number): Range[] {
  const pages: Range[] = [];
  let from = 0;
  let used = 0;
  heights.forEach((own, index) => {
    if (index > from && (used + own > height || index - from >= maxPerPage)) {
      pages.push([from, index]);
      from = index;
      used = 0;
    }
    used += own;
  });
  pages.push([from, heights.length]);
  return pages;
}

/** Spreads the rows evenly over the same number of pages. */
function evenly(heights: readonly number[], height: number, pages: number): Range[] {
  for (let maxPerPage = Math.ceil(heights.length / pages); maxPerPage < maxRows; maxPerPage += 1) {
    const tried = fill(heights, height, maxPerPage);
    if (tried.length <= pages) return tried;
  }
  return fill(heights, height, maxRows);
}
