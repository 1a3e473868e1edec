import { describe, expect, it } from 'vitest';
import { defaultSettings } from '@vointi/shared/display/default-settings.ts';
import { formOf, isSeconds, moved, settingsOf } from './fields.ts';

describe('a room’s settings', () => {
  it.each([
    [defaultSettings],
    [{ ...defaultSettings, year: 2024, night: { from: '21:00', to: '07:15' }, language: 'sv' as const, seconds: 90 }],
  ])('are the same after they have been filled in and not changed', (settings) => {
    expect(settingsOf(formOf({ room: 'Kabinetti', settings }))).toEqual(settings);
  });

  it('forget the hours of the night that is not wanted', () => {
    const fields = { ...formOf({ room: 'K', settings: defaultSettings }), hasNight: false, nightFrom: '21:00' };
    expect(settingsOf(fields).night).toBeNull();
  });

  it.each([
    ['10', true],
    ['120', true],
    ['9', false],
    ['121', false],
    ['20,5', false],
    ['', false],
  ])('%j seconds: %s', (text, expected) => {
    expect(isSeconds(text)).toBe(expected);
  });

  it('move a scene by one place and never over the edge', () => {
    expect(moved(['a', 'b', 'c'], 1, -1)).toEqual(['b', 'a', 'c']);
    expect(moved(['a', 'b', 'c'], 2, 1)).toEqual(['a', 'b', 'c']);
    expect(moved(['a', 'b', 'c'], 0, -1)).toEqual(['a', 'b', 'c']);
  });
});
