import { describe, expect, it } from 'vitest';
import { changesOf } from './changes.ts';
import { codeAlphabet, newCode, plainCode, shownCode } from './code.ts';
import { displayStateOf } from './kind.ts';
import { makeLight } from '../measure/testing/make-light.ts';
import { isNight } from './night.ts';
import { isReached } from './target.ts';

describe('a code', () => {
  it('has no characters that look alike', () => {
    for (const alike of ['0O', '1I', '1L', 'IL', 'UV', 'OQ']) {
      expect([alike, [...alike].every((letter) => codeAlphabet.includes(letter))]).toEqual([alike, false]);
    }
    expect(new Set(codeAlphabet).size).toBe(codeAlphabet.length);
  });

  it('has eight characters, and is read in every form of typing', () => {
    let index = 0;
    const code = newCode((below) => (index += 7) % below);
    expect(code).toHaveLength(8);
    expect(plainCode(` ${shownCode(code).toLowerCase()} `)).toBe(code);
    expect(plainCode('abcd–2345')).toBe('ABCD2345');
  });
});

describe('night', () => {
  const night = { from: '22:00', to: '06:30' };
  it.each([
    ['2026-11-24T19:59:59Z', false],
    ['2026-11-24T20:00:00Z', true],
    ['2026-11-25T04:29:59Z', true],
    ['2026-11-25T04:30:00Z', false],
    // Finnish summer time.
    ['2026-07-01T18:59:59Z', false],
    ['2026-07-01T19:00:00Z', true],
  ])('is on at %s: %s', (at, expected) => {
    expect(isNight(night, new Date(at))).toBe(expected);
  });

  it('may be within one day, and is off without hours', () => {
    const noon = new Date('2026-11-24T10:00:00Z');
    expect(isNight({ from: '11:00', to: '13:00' }, noon)).toBe(true);
    expect(isNight({ from: '12:01', to: '13:00' }, noon)).toBe(false);
    expect(isNight({ from: '12:00', to: '12:00' }, noon)).toBe(false);
    expect(isNight(null, noon)).toBe(false);
  });
});

it('lists measures whose status differs from the previous round as changes', () => {
  const measure = (code: string, previous: 'done' | undefined, now: 'done' | 'not_started', isCarried = false) => ({
    code,
    assignments: [makeLight('a', now, { isCarried, ...(previous && { previous }) }), makeLight('added', 'in_progress')],
  });
  const silent = {
    code: 'silent',
    assignments: [makeLight('a', 'in_progress', { isCarried: true, previous: 'done' })],
  };
  const goals = [
    { slug: 'a', measures: [measure('new', undefined, 'done'), measure('same', 'done', 'done'), silent] },
    { slug: 'b', measures: [measure('worse', 'done', 'not_started')] },
  ];
  expect(changesOf({ goals }).map(({ goal, measure: { code }, from, to }) => [goal, code, from, to])).toEqual([
    ['b', 'worse', 'done', 'not_started'],
  ]);
});

it('counts a target as reached from its good side', () => {
  expect([isReached(9, 9, 'down_is_good'), isReached(10, 9, 'down_is_good')]).toEqual([true, false]);
  expect([isReached(9, 9, 'up_is_good'), isReached(8, 9, 'up_is_good'), isReached(9, 9, 'neutral')]).toEqual([
    true,
    false,
    null,
  ]);
});

it('counts a screen as silent after two minutes', () => {
  const at = new Date('2026-11-24T08:00:00Z');
  const ago = (ms: number) => displayStateOf(new Date(at.getTime() - ms), at);
  expect([displayStateOf(null, at), ago(0), ago(120_000), ago(120_001)]).toEqual(['waiting', 'live', 'live', 'silent']);
});
