import { maxRoom, maxSceneSeconds, minSceneSeconds } from '@vointi/shared/display/limits.ts';
import type { DisplayRow, DisplaySettings } from '@vointi/shared/display/contract.ts';
import type { SceneKind } from '@vointi/shared/display/kind.ts';
import type { Language } from '../../../lib/language.ts';
import { defineForm, type TypedIn } from '../../../ui/form/define-form.ts';
import { choice, text, wholeNumber, type FieldKind } from '../../../ui/form/field-kinds.ts';

const usualNight = { from: '20:00', to: '06:30' } as const;

/** The hours stay in the form while the night is off. */
const night: FieldKind<DisplaySettings['night'], { isOn: boolean; from: string; to: string }> = {
  empty: { isOn: false, ...usualNight },
  toForm: (value) => ({ isOn: value !== null, ...(value ?? usualNight) }),
  toValue: ({ isOn, from, to }) => (isOn ? { from, to } : null),
  parts: ['isOn', 'from', 'to'],
};

/** Empty: the newest plan. */
const year: FieldKind<number | null, string> = {
  empty: '',
  toForm: (value) => (value === null ? '' : String(value)),
  toValue: (typed) => (typed === '' ? null : Number(typed)),
};

/** A room's screen and how it is shown. */
export const roomForm = defineForm({
  fields: {
    room: text(maxRoom),
    scenes: choice<SceneKind[]>(['plan']),
    seconds: wholeNumber(20),
    theme: choice<DisplaySettings['theme']>('dark'),
    language: choice<Language>('fi'),
    year,
    night,
  },
  values: ({ room, settings }: Pick<DisplayRow, 'room' | 'settings' | 'version'>) => ({ room, ...settings }),
});
export type RoomFields = TypedIn<typeof roomForm>;
/** Whole seconds between the limits. */
export const isSeconds = (text: string): boolean =>
  /^\d{1,3}$/.test(text.trim()) && Number(text) >= minSceneSeconds && Number(text) <= maxSceneSeconds;

/** Moves an item by one index; returns the list unchanged at its ends. */
export function moved<T>(list: readonly T[], index: number, by: 1 | -1): T[] {
  const next = [...list];
  const [one, other] = [next[index], next[index + by]];
  if (one === undefined || other === undefined) return next;
  next[index] = other;
  next[index + by] = one;
  return next;
}
