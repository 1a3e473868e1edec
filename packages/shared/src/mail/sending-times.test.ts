import { describe, expect, it } from 'vitest';
import { helsinkiTime } from '../text/helsinki.ts';
import { isNearEnd, nextDigest, nextSendingTime, tellingTime } from './sending-times.ts';

const at = (text: string) => new Date(text);

it.each([
  ['before nine on a workday', '2026-12-01T08:59:59+02:00', '01.12.2026 9.00.00'],
  ['at nine', '2026-12-01T09:00:00+02:00', '02.12.2026 9.00.00'],
  ['on a Friday afternoon', '2026-11-27T15:00:00+02:00', '30.11.2026 9.00.00'],
  ['before Christmas', '2026-12-23T10:00:00+02:00', '28.12.2026 9.00.00'],
  ['before Midsummer, in summer time', '2027-06-24T12:00:00+03:00', '28.06.2027 9.00.00'],
  ['on Maundy Thursday, before the clocks change', '2027-03-25T12:00:00+02:00', '30.03.2027 9.00.00'],
])('the digest after a moment %s is at %s: %s', (_name, moment, digest) => {
  expect(helsinkiTime(nextDigest(at(moment))).replace(' 0', ' ')).toBe(digest);
});

it.each([
  ['in working hours', '2026-12-01T12:34:56+02:00', '01.12.2026 12.34.56'],
  ['at seven', '2026-12-01T07:00:00+02:00', '01.12.2026 07.00.00'],
  ['at night', '2026-12-01T06:59:59+02:00', '01.12.2026 07.00.00'],
  ['a moment before eight in the evening', '2026-12-01T19:59:59+02:00', '01.12.2026 19.59.59'],
  ['at eight in the evening', '2026-12-01T20:00:00+02:00', '02.12.2026 07.00.00'],
  ['on Friday night', '2026-11-27T20:00:00+02:00', '30.11.2026 07.00.00'],
  ['on a holiday', '2028-12-06T12:00:00+02:00', '07.12.2028 07.00.00'],
  ['in summer time', '2027-06-01T06:30:00+03:00', '01.06.2027 07.00.00'],
])('an urgent mail %s (%s) goes at %s', (_name, moment, sent) => {
  expect(helsinkiTime(nextSendingTime(at(moment)))).toBe(sent);
});

it.each([
  ['2026-12-14T23:59:59+02:00', false],
  ['2026-12-15T00:00:00+02:00', true],
  ['2026-12-18T12:00:00+02:00', true],
  ['2026-12-20T12:00:00+02:00', true],
])('at %s the last day 18.12. is near: %s', (moment, isNear) => {
  expect(isNearEnd(at('2026-12-19T00:00:00+02:00'), at(moment))).toBe(isNear);
});

describe('what ends before its mail would go', () => {
  const saturday = at('2026-11-28T22:00:00+02:00');
  it.each([true, false])('is told at once (urgent: %s)', (isUrgent) => {
    const endsAt = at('2026-11-30T00:00:00+02:00');
    expect(tellingTime({ at: saturday, isUrgent, endsAt })).toEqual({ tellAt: saturday, isUrgent: true });
  });

  it('waits for its morning when it ends later, has ended, or has no end', () => {
    const monday = { tellAt: at('2026-11-30T07:00:00+02:00'), isUrgent: true };
    for (const endsAt of [at('2026-12-01T00:00:00+02:00'), at('2026-11-28T00:00:00+02:00'), null]) {
      expect(tellingTime({ at: saturday, isUrgent: true, endsAt })).toEqual(monday);
    }
  });
});
