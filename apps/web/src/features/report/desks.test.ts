import { expect, it } from 'vitest';
import { byGoal, chooseDesk, countsOf, deskKey, type Desk, type Row } from './desks.ts';

const row = (goal: string, progress: Row['progress']): Row => ({
  assignmentId: `${goal} ${progress}`,
  measure: { code: 'a', title: { fi: 'A' }, goal: { fi: goal } },
  progress,
  note: null,
  evidence: null,
  reportedAt: null,
});
const desk = (slug: string, department: string, rows: Row[]): Desk => ({
  municipality: { slug, name: { fi: slug } },
  year: 2024,
  round: null,
  department: { slug: department, kind: 'department', name: { fi: department }, shortName: null },
  rows,
});

it('the desk that is asked for, else the first with something to do', () => {
  const desks = [desk('kouvola', 'a', []), desk('kouvola', 'b', [row('x', 'done')]), desk('esimerkkila', 'b', [])];
  const chosen = (wanted?: string) => {
    const found = chooseDesk(desks, wanted);
    return found && deskKey(found);
  };
  expect(chosen()).toBe('kouvola/b');
  expect(chosen('esimerkkila/b')).toBe('esimerkkila/b');
  expect(chosen('nowhere/b')).toBe('kouvola/b');
  expect(chooseDesk([], undefined)).toBeUndefined();
});

it('rows stand under their goals, and silence is counted as silence', () => {
  const rows = [row('x', 'done'), row('y', null), row('x', 'not_started')];
  expect(byGoal(rows).map((some) => some.map(({ progress }) => progress))).toEqual([['done', 'not_started'], [null]]);
  expect(countsOf(rows)).toEqual({ done: 1, in_progress: 0, not_started: 1, not_reported: 1, mixed: 0 });
});
