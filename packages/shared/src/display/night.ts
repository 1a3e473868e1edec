import { helsinkiTime } from '../text/helsinki.ts';

/** The hours in which the screen is dimmed, in Finnish time: 22:00–06:30. */
export type Night = { from: string; to: string };

/** @param now the server's clock, not the television's */
export function isNight(night: Night | null, now: Date): boolean {
  if (!night || night.from === night.to) return false;
  const time = helsinkiTime(now).slice(11, 16).replace('.', ':');
  const isOverMidnight = night.from > night.to;
  return isOverMidnight ? time >= night.from || time < night.to : time >= night.from && time < night.to;
}
