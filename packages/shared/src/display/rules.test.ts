import { describe, expect, it } from 'vitest';
import { changesOf } from './changes.ts';
import { codeAlphabet, newCode, plainCode, shownCode } from './code.ts';
import { displayStateOf } from './kind.ts';
import { isNight } from './night.ts';
import { isReached } from './target.ts';

describe('a code', () => {
  it('has no letter or digit that looks like another', () => {
    for (const pair of ['0O', '1I', '1L', 'IL', 'UV', 'OQ']) {
      expect([pair, [...pair].every((letter) => codeAlphabet.includes(letter))]).toEqual([pair, false]);
    }
    expect(new Set(codeAlphabet).size).toBe(codeAlphabet.length);
  });

  it('is eight of them, and reads back however it was typed', () => {
    let at = 0;
    const code = newCode((below) => (at += 7) % below);
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
    // Summer time in Finland.
    ['2026-07-01T18:59:59Z', false],
    ['2026-07-01T19:00:00Z', true],
  ])('at %s: %s', (at, expected) => {
    expect(isNight(night, new Date(at))).toBe(expected);
  });

  it('may be within a day, and is never where it was not asked for', () => {
    const noon = new Date('2026-11-24T10:00:00Z');
    expect(isNight({ from: '11:00', to: '13:00' }, noon)).toBe(true);
    expect(isNight({ from: '12:01', to: '13:00' }, noon)).toBe(false);
    expect(isNight({ from: '12:00', to: '12:00' }, noon)).toBe(false);
    expect(isNight(null, noon)).toBe(false);
  });
});

it('changes are the measures whose status is another than in the round before', () => {
  const measure = (code: string, previousStatus: 'done' | 'mixed' | null, status: 'done' | 'mixed') => ({
    code,
    status,
    previousStatus,
    assignments: [],
  });
  const goals = [
    { slug: 'a', measures: [measure('new', null, 'done'), measure('same', 'done', 'done')] },
    { slug: 'b', measures: [measure('worse', 'done', 'mixed')] },
  ];
  expect(changesOf({ goals }).map(({ goal, measure: { code }, from, to }) => [goal, code, from, to])).toEqual([
    ['b', 'worse', 'done', 'mixed'],
  ]);
});

it('a target is reached from the side that is good', () => {
  expect([isReached(9, 9, 'down_is_good'), isReached(10, 9, 'down_is_good')]).toEqual([true, false]);
  expect([isReached(9, 9, 'up_is_good'), isReached(8, 9, 'up_is_good'), isReached(9, 9, 'neutral')]).toEqual([
    true,
    false,
    null,
  ]);
});

it('a screen is silent when it has not been seen for two minutes', () => {
  const at = new Date('2026-11-24T08:00:00Z');
  const ago = (ms: number) => displayStateOf(new Date(at.getTime() - ms), at);
  expect([displayStateOf(null, at), ago(0), ago(120_000), ago(120_001)]).toEqual(['waiting', 'live', 'live', 'silent']);
});
