import type { SeriesBreak } from './contract.ts';
import { startOf } from './period.ts';

type Break = Pick<SeriesBreak, 'period'>;

/** Whether a period belongs to the series that starts with a break. A period that the break divides stays before it. */
export const isSince = (period: string, begin: Break): boolean => startOf(period) >= startOf(begin.period);

/** Whether a series breaks between two of its periods, the earlier first, so that they are not comparable. */
export const isBrokenBetween = (earlier: string, later: string, breaks: readonly Break[]): boolean =>
  breaks.some((one) => !isSince(earlier, one) && isSince(later, one));
