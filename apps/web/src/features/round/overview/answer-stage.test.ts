import type { RoundDepartment } from '@vointi/shared/round/manage-contract.ts';
import { expect, it } from 'vitest';
import { orderByStage, isShown, answerStageOf } from './answer-stage.ts';

const department = (name: string, answered: number, missing: number, awaitingApproval = 0): RoundDepartment => ({
  department: { slug: name, kind: 'department', name: { fi: name }, shortName: null },
  counts: { answered, confirmed: 0, late: 0, missing, total: answered + missing, waiting: awaitingApproval },
  lastAnswerAt: null,
  reporters: 1,
  visits: [],
  drafts: 0,
  awaitingApproval,
  comments: 0,
  lastReminder: null,
  reopening: null,
});

it('orders by stage, from nothing to ready, and by name within a stage', () => {
  const rows = [
    department('Ö ready', 3, 0),
    department('Ä partly', 1, 2),
    department('Z nothing', 0, 3),
    department('A ready', 1, 0),
    department('B waits', 0, 2, 2),
    department('A nothing', 0, 9),
  ];
  expect(orderByStage(rows, (one) => one.department.name.fi).map((one) => one.department.name.fi)).toEqual([
    'A nothing',
    'Z nothing',
    'Ä partly',
    'B waits',
    'A ready',
    'Ö ready',
  ]);
});

it('tells answers that wait for approval from missing ones', () => {
  expect(answerStageOf(department('a', 1, 2, 1))).toBe('partly');
  expect(isShown.missing(department('a', 1, 2, 1))).toBe(true);
  // One of three waits: somebody has begun.
  expect(answerStageOf(department('a', 0, 3, 1))).toBe('partly');
  const waiting = department('a', 1, 2, 2);
  expect(answerStageOf(waiting)).toBe('awaiting');
  expect([isShown.missing(waiting), isShown.awaiting(waiting), isShown.ready(waiting)]).toEqual([false, true, false]);
});
