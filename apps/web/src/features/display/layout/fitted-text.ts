import type { Headline } from '../steps/types.ts';
import { content, footer, headline } from './geometry.ts';
import { shorten, widthOf, linesOf } from './text-width.ts';

/** Between the parts of the footer, in its font size. */
const between = 1;

/**
 * The name of whose screen it is, as much of it as fits beside what must be there: when the data is of, that the place is
 * made up, and that the show stands still. Null where there is no room for any of it.
 */
export function footerName(name: string, others: readonly string[]): string | null {
  const taken = others.reduce((sum, other) => sum + widthOf(other) + between, between);
  const left = content.width / footer.size - taken;
  const short = shorten(name, left, 1);
  return widthOf(short) <= left ? short : null;
}

/** A headline in at most so many lines; `aside` is what stands beside it, in hundredths of the height. */
export function headlineOf(text: string, { most = 2, aside = 0 }: { most?: number; aside?: number } = {}): Headline {
  // Headlines are bolder and tighter than the text that the widths were measured of: the two make up for each other.
  const width = (content.width - aside) / headline.size;
  const short = shorten(text, width, most);
  return { text: short, lines: linesOf(short, width) };
}
