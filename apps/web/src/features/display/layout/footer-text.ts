import { content, footer } from './geometry.ts';
import { shorten, widthOf } from './text-width.ts';

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
