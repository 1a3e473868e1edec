import { expect, it } from 'vitest';
import type { MeasureDecision } from '@vointi/shared/decision/contract.ts';
import { byMeeting } from './by-meeting.ts';

const decisionOf = (id: string, decidedOn: string, meeting: string): MeasureDecision => ({
  id,
  measure: { code: 'm', title: { fi: 'M' } },
  text: id,
  decidedOn,
  meeting,
  author: null,
  createdAt: '2026-11-24T12:00:00.000Z',
  updatedAt: '2026-11-24T12:00:00.000Z',
  version: 1,
  can: { edit: false },
});

it('keeps two meetings of one day apart, and two days of one meeting', () => {
  const meetings = byMeeting([
    decisionOf('a', '2026-11-24', 'Johtoryhmä'),
    decisionOf('b', '2026-11-24', 'HYTE-ryhmä'),
    decisionOf('c', '2026-11-24', 'Johtoryhmä'),
    decisionOf('d', '2026-10-20', 'Johtoryhmä'),
  ]);
  expect(meetings.map(({ name, day, decisions }) => [name, day, decisions.map(({ id }) => id)])).toEqual([
    ['Johtoryhmä', '2026-11-24', ['a', 'c']],
    ['HYTE-ryhmä', '2026-11-24', ['b']],
    ['Johtoryhmä', '2026-10-20', ['d']],
  ]);
});
