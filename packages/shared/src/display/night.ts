import { helsinkiTime } from '../text/helsinki.ts';

/** From when until when a room's screen is dimmed, in Finland's time: 22:00–06:30. */
export type Night = { from: string; to: string };

/** Whether it is night in the room. @param now the server's clock, not that of the television */
export function isNight(night: Night | null, now: Date): boolean {
  if (!night || night.from === night.to) return false;
  const time = helsinkiTime(now).slice(11, 16).replace('.', ':');
  const isOverMidnight = night.from > night.to;
  return isOverMidnight ? time >= night.from || time < night.to : time >= night.from && time < night.to;
}
