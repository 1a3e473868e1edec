import { describe, expect, it } from 'vitest';
import { defaultSettings } from '@vointi/shared/display/default-settings.ts';
import { isSeconds, moved, roomForm } from './fields.ts';

describe('roomForm', () => {
  it.each([
    [defaultSettings],
    [{ ...defaultSettings, year: 2024, night: { from: '21:00', to: '07:15' }, language: 'sv' as const, seconds: 90 }],
  ])('are the same after they have been filled in and not changed', (settings) => {
    const row = { room: 'Kabinetti', settings, version: 1 };
    expect(roomForm.toBody(roomForm.ofRow(row))).toEqual({ room: 'Kabinetti', ...settings });
    expect(roomForm.changes(row, roomForm.ofRow(row))).toEqual({});
  });

  it('sends no night when the night is off', () => {
    const fields = roomForm.ofRow({ room: 'K', settings: defaultSettings, version: 1 });
    expect(roomForm.toBody({ ...fields, night: { isOn: false, from: '21:00', to: '06:00' } }).night).toBeNull();
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

  it('moves a scene by one place and never past the ends', () => {
    expect(moved(['a', 'b', 'c'], 1, -1)).toEqual(['b', 'a', 'c']);
    expect(moved(['a', 'b', 'c'], 2, 1)).toEqual(['a', 'b', 'c']);
    expect(moved(['a', 'b', 'c'], 0, -1)).toEqual(['a', 'b', 'c']);
  });
});
