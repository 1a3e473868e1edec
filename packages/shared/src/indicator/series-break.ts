import type { SeriesBreak } from './contract.ts';
import { startOf } from './period.ts';

type Break = Pick<SeriesBreak, 'period'>;

/** Whether a value is of the series that begins with a break. One whose period the break cuts is of neither: it stays before. */
export const isSince = (period: string, begin: Break): boolean => startOf(period) >= startOf(begin.period);

/** Whether a series breaks between two of its periods, the earlier first: nothing joins or compares them. */
export const isBrokenBetween = (earlier: string, later: string, breaks: readonly Break[]): boolean =>
  breaks.some((one) => !isSince(earlier, one) && isSince(later, one));
