import { beforeEach, expect, it, vi } from 'vitest';
import { forgetOld, forgetOthers, forgetOwn, storedDays, rememberedOwn, remember, rememberOwn } from './storage.ts';

/** Like a browser's: stored values are its own properties. */
class Storage {
  [key: string]: unknown;
  getItem(key: string) {
    return Object.hasOwn(this, key) ? this[key] : null;
  }
  setItem(key: string, value: string) {
    this[key] = value;
  }
  removeItem(key: string) {
    delete this[key];
  }
}

const day = 24 * 60 * 60_000;
const now = Date.UTC(2026, 10, 28);
const keys = () => Object.keys(localStorage).toSorted();

beforeEach(() => {
  vi.stubGlobal('localStorage', new Storage());
  remember('theme', 'dark');
  rememberOwn('aino', 'report.a', 'Ainon sanat', now);
  rememberOwn('maija', 'report.a', 'Maijan sanat', now - 3 * day);
});

it('returns the text of one person only to that person', () => {
  expect(rememberedOwn('aino', 'report.a', now)).toBe('Ainon sanat');
  expect(rememberedOwn('maija', 'report.b', now)).toBeNull();
  rememberOwn('aino', 'report.a', null);
  expect(keys()).toEqual(['vointi.own.maija.report.a', 'vointi.theme']);
});

it('deletes the text when the person signs out, and when another person signs in', () => {
  forgetOthers('aino');
  expect(keys()).toEqual(['vointi.own.aino.report.a', 'vointi.theme']);
  forgetOwn('aino');
  expect(keys()).toEqual(['vointi.theme']);
});

it('returns nothing after fourteen days, and then deletes the text', () => {
  const later = now + (storedDays - 3) * day;
  expect(rememberedOwn('maija', 'report.a', later - 1)).toBe('Maijan sanat');
  expect(rememberedOwn('maija', 'report.a', later)).toBeNull();
  forgetOld(later);
  expect(keys()).toEqual(['vointi.own.aino.report.a', 'vointi.theme']);
});

it('ignores and deletes invalid values', () => {
  localStorage.setItem('vointi.own.aino.report.b', 'rikki');
  localStorage.setItem('vointi.own.aino.report.c', '{"at":"eilen","value":"x"}');
  expect([rememberedOwn('aino', 'report.b', now), rememberedOwn('aino', 'report.c', now)]).toEqual([null, null]);
  forgetOld(now);
  expect(keys()).toEqual(['vointi.own.aino.report.a', 'vointi.own.maija.report.a', 'vointi.theme']);
});
