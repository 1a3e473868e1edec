import { describe, expect, it } from 'vitest';
import { checkPlanFile } from './check.ts';
import { badFiles } from './testing/bad-files.ts';
import { goodFile } from './testing/good-file.ts';

const problemsOf = (data: unknown) => {
  const checked = checkPlanFile(data);
  return 'problems' in checked ? checked.problems : [];
};

describe('checkPlanFile', () => {
  it('reads a good file with its defaults', () => {
    const checked = checkPlanFile(goodFile());
    expect(checked).not.toHaveProperty('problems');
    if (!('plan' in checked)) return;
    expect(checked.plan.measures[0]).toMatchObject({ isNew: false, recurrence: 'one_off' });
    expect(checked.plan.indicators[0]?.values[0]).toMatchObject({ area: 'municipality', number: 0 });
  });

  it.each(badFiles)('refuses $name', ({ file, path, reason }) => {
    expect(problemsOf(file)).toEqual([{ path, reason }]);
  });

  it.each([{ data: null }, { data: 5 }, { data: 'text' }, { data: [] }])(
    'refuses $data, which is no object',
    ({ data }) => {
      expect(problemsOf(data)).toEqual([{ path: '', reason: { code: 'wrong_type', expected: 'object' } }]);
    },
  );

  it('lists problems of references together with those of form, and checks no references to a list that it could not read', () => {
    const [measure] = goodFile().measures;
    const file = { ...goodFile(), departments: 'none', measures: [{ ...measure, title: 5, goal: 'osalisuus' }] };
    expect(problemsOf(file).map(({ path, reason }) => [path, reason.code])).toEqual([
      ['departments', 'wrong_type'],
      ['measures[0].title', 'wrong_type'],
      ['measures[0].goal', 'unknown_reference'],
    ]);
  });

  it('stops listing at 500 and counts the rest', () => {
    const [measure] = goodFile().measures;
    const measures = Array.from({ length: 700 }, (_, n) => ({ ...measure, code: `m${n + 1}`, goal: 'x' }));
    const checked = checkPlanFile({ ...goodFile(), measures });
    expect(checked).toMatchObject({ more: 200 });
    expect('problems' in checked && checked.problems).toHaveLength(500);
  });

  it('survives a file of nothing but broken items', () => {
    const file = { ...goodFile(), measures: [{ assignments: Array.from({ length: 1_000_000 }, () => ({})) }] };
    expect(problemsOf(file)).toContainEqual({
      path: 'measures[0].assignments',
      reason: { code: 'too_many_items', count: 1_000_000, max: 60 },
    });
  });
});
