import { content, headline } from '../layout/geometry.ts';
import { linesOf, shorten } from '../layout/text-width.ts';
import type { Headline } from './types.ts';

/** A headline in at most so many lines; `aside` is what stands beside it, in hundredths of the height. */
export function headlineOf(text: string, { most = 2, aside = 0 }: { most?: number; aside?: number } = {}): Headline {
  // Headlines are bolder and tighter than the text that the widths were measured of: the two make up for each other.
  const width = (content.width - aside) / headline.size;
  const short = shorten(text, width, most);
  return { text: short, lines: linesOf(short, width) };
}
