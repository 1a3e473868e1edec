import type { Headline } from '../steps/types.ts';
import { content, footer, headline } from './geometry.ts';
import { shorten, widthOf, linesOf } from './text-width.ts';

/** Space between the parts of the footer, in its font size. */
const between = 1;

/**
 * The municipality's name, shortened to fit beside the parts that must stay, such as the time of the data. Null: there is
 * no room for it.
 */
export function footerName(name: string, others: readonly string[]): string | null {
  const left = leftBeside(others);
  const short = shorten(name, left, 1);
  return widthOf(short) <= left ? short : null;
}

/** A part of the footer that is shown whole or not at all. */
export const footerPart = (part: string, others: readonly string[]): string | null =>
  widthOf(part) <= leftBeside(others) ? part : null;

/** The width that the parts of the footer leave, in its font size. */
const leftBeside = (others: readonly string[]): number =>
  content.width / footer.size - others.reduce((sum, other) => sum + widthOf(other) + between, between);

/** A headline of at most `most` lines; `aside`: width of the text beside it, in hundredths of the height. */
export function headlineOf(
  text: string,
  { maxLines = 2, aside = 0 }: { maxLines?: number; aside?: number } = {},
): Headline {
  // Headlines are bolder and tighter than the measured text, which about cancels out.
  const width = (content.width - aside) / headline.size;
  const short = shorten(text, width, maxLines);
  return { text: short, lines: linesOf(short, width) };
}
