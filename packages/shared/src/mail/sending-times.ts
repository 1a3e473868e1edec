import { reminderMoment } from '../round/reminder-days.ts';
import { helsinkiDay, helsinkiDayEnd } from '../text/helsinki.ts';
import { isWorkday, nextWorkday, plusDays } from '../text/workday.ts';

const hourMs = 3_600_000;

/** Clocks change on Sundays only, so an hour of a workday is always as far from the next midnight. */
const hourOf = (workday: string, hour: number) => new Date(helsinkiDayEnd(workday).getTime() - (24 - hour) * hourMs);

/** The next 9.00 of a workday after a moment, when the digest of the day goes. */
export function nextDigest(after: Date): Date {
  const today = helsinkiDay(after);
  const isToday = isWorkday(today) && reminderMoment(today) > after;
  return reminderMoment(isToday ? today : nextWorkday(today));
}

/** The moment itself between 7 and 20 on a workday, else 7.00 of the next such morning. */
export function nextSendingTime(at: Date): Date {
  const today = helsinkiDay(at);
  if (!isWorkday(today) || at >= hourOf(today, 20)) return hourOf(nextWorkday(today), 7);
  const morning = hourOf(today, 7);
  return at < morning ? morning : at;
}

/** Whether the last day is today, past, or at most three days away: what waits is then told at once. */
export const isNearEnd = (endsAt: Date, at: Date): boolean =>
  helsinkiDay(at) >= plusDays(helsinkiDay(new Date(endsAt.getTime() - 1)), -3);

/**
 * When to tell of something by mail: urgent things at once in working hours, others in the next digest. What ends before
 * that moment is told at once, whatever the hour.
 */
export function tellingTime({ at, isUrgent, endsAt }: { at: Date; isUrgent: boolean; endsAt: Date | null }) {
  const moment = isUrgent ? nextSendingTime(at) : nextDigest(at);
  const isTooLate = endsAt !== null && endsAt > at && endsAt <= moment;
  return isTooLate ? { tellAt: at, isUrgent: true } : { tellAt: moment, isUrgent };
}
