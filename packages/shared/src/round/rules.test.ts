import { describe, expect, it } from 'vitest';
import { answerStateOf, lastMomentOf, lockOf } from './rules.ts';

const closesAt = '2027-02-28T22:00:00.000Z';

describe('lastMomentOf', () => {
  it('is the end of the last day', () => {
    expect(lastMomentOf({ closesAt, closedAt: null })).toBe(Date.parse('2027-02-28T21:59:59.999Z'));
    expect(lastMomentOf({ closesAt, closedAt: '2027-03-03T10:00:00.000Z' })).toBe(
      Date.parse('2027-02-28T21:59:59.999Z'),
    );
  });

  it('is the closing when the round was closed earlier', () => {
    const closedAt = '2027-02-20T12:00:00.000Z';
    expect(lastMomentOf({ closesAt, closedAt })).toBe(Date.parse(closedAt));
  });
});

it('counts an answer as late from midnight, and never in a round without dates', () => {
  const answerAt = (reportedAt: string) => ({ progress: 'done', confirmed: false, reportedAt });
  expect(answerStateOf(answerAt('2027-02-28T21:59:59.999Z'), closesAt)).toBe('answered');
  expect(answerStateOf(answerAt(closesAt), closesAt)).toBe('late');
  expect(answerStateOf(answerAt(closesAt), null)).toBe('answered');
});

it('accepts answers of a department in a closed round until its reopening ends', () => {
  const times = { opensAt: new Date('2027-02-01T22:00:00Z'), closesAt: new Date(closesAt) };
  const closed = { ...times, state: 'closed', closedAt: new Date('2027-03-02T10:00:00Z') } as const;
  const until = new Date('2027-03-10T22:00:00Z');
  const at = (moment: string, endedAt: Date | null = null) => lockOf(closed, [{ until, endedAt }], new Date(moment));
  expect(at('2027-03-10T21:59:59Z')).toEqual({ isOpen: true, until: until.toISOString(), isReopened: true });
  expect(at('2027-03-10T22:00:00Z')).toEqual({ isOpen: false, why: 'closed', since: '2027-03-02T10:00:00.000Z' });
  expect(at('2027-03-05T10:00:00Z', new Date('2027-03-04T10:00:00Z'))).toMatchObject({ isOpen: false });
});
