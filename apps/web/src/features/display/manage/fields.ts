import type { DisplayRow, DisplaySettings } from '@vointi/shared/display/contract.ts';
import type { SceneKind } from '@vointi/shared/display/kind.ts';
import type { Language } from '../../../lib/language.ts';

/** A room's settings as they are filled in. */
export type RoomFields = {
  room: string;
  scenes: SceneKind[];
  seconds: string;
  theme: DisplaySettings['theme'];
  language: Language;
  year: string;
  hasNight: boolean;
  nightFrom: string;
  nightTo: string;
};

const usualNight = { from: '20:00', to: '06:30' } as const;

export function formOf({ room, settings }: Pick<DisplayRow, 'room' | 'settings'>): RoomFields {
  const { scenes, seconds, theme, language, year, night } = settings;
  return {
    room,
    scenes: [...scenes],
    seconds: String(seconds),
    theme,
    language,
    year: year === null ? '' : String(year),
    hasNight: night !== null,
    nightFrom: night?.from ?? usualNight.from,
    nightTo: night?.to ?? usualNight.to,
  };
}

export function settingsOf(fields: RoomFields): DisplaySettings {
  return {
    scenes: fields.scenes,
    seconds: Number(fields.seconds),
    theme: fields.theme,
    language: fields.language,
    year: fields.year === '' ? null : Number(fields.year),
    night: fields.hasNight ? { from: fields.nightFrom, to: fields.nightTo } : null,
  };
}

export const leastSeconds = 10;
export const maxSeconds = 120;
/** Whole seconds within what a room can read and not fall asleep to. */
export const isSeconds = (text: string): boolean =>
  /^\d{1,3}$/.test(text.trim()) && Number(text) >= leastSeconds && Number(text) <= maxSeconds;

/** The scene moved one place up or down; where it cannot go, as it was. */
export function moved<T>(list: readonly T[], at: number, by: 1 | -1): T[] {
  const next = [...list];
  const [one, other] = [next[at], next[at + by]];
  if (one === undefined || other === undefined) return next;
  next[at] = other;
  next[at + by] = one;
  return next;
}
