import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { progresses, statuses, type Progress, type Status } from './progress.ts';
import { changeOf, comparedStatusOf, countStatuses, statusOf, termStatusOf } from './status.ts';
import { makeLight } from './testing/make-light.ts';

type Answer = Progress | null;
const answers: readonly Answer[] = [...progresses, null];
const ofLength = (length: number): Answer[][] =>
  length === 0 ? [[]] : ofLength(length - 1).flatMap((rest) => answers.map((answer) => [...rest, answer]));
const everyCombination = [0, 1, 2, 3, 4, 5].flatMap(ofLength);

/** The table of the rule, row by row, written independently of the code under test. */
function statusByTable(combination: readonly Answer[]): Status {
  if (combination.filter((answer) => answer !== null).length === 0) return 'not_reported';
  for (const progress of progresses) {
    if (combination.filter((answer) => answer === progress).length === combination.length) return progress;
  }
  return 'mixed';
}

const anyStatus = fc.constantFrom(...statuses);

describe('statusOf', () => {
  it('follows the table for every combination of up to five answers', () => {
    expect(everyCombination).toHaveLength(1 + 4 + 16 + 64 + 256 + 1024);
    const wrong = everyCombination.filter((combination) => statusOf(combination) !== statusByTable(combination));
    expect(wrong).toEqual([]);
  });

  it.each([
    [['done', 'in_progress'], 'mixed'],
    [['done', null], 'mixed'],
    [[null, 'done'], 'mixed'],
    [['not_started', null], 'mixed'],
    [['done', 'done'], 'done'],
    [[null, null], 'not_reported'],
    [[], 'not_reported'],
  ] satisfies [Answer[], Status][])('of %j is %s', (combination, expected) => {
    expect(statusOf(combination)).toBe(expected);
  });

  it('is never the best or the worst of answers that differ', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...answers), { maxLength: 60 }), (combination) => {
        const status = statusOf(combination);
        if (new Set(combination).size > 1) expect(status).toBe('mixed');
        if (status === 'not_started') expect(combination.every((answer) => answer === 'not_started')).toBe(true);
      }),
    );
  });

  it('does not depend on the order of departments', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...answers), { maxLength: 12 }), (combination) => {
        expect(statusOf(combination.toReversed())).toBe(statusOf(combination));
      }),
    );
  });
});

describe('termStatusOf', () => {
  it('is not followed without linked measures', () => expect(termStatusOf([])).toBe('not_followed'));
  it('is the status of linked measures that agree, mixed otherwise', () => {
    fc.assert(
      fc.property(fc.array(anyStatus, { minLength: 1, maxLength: 8 }), (linked) => {
        expect(termStatusOf(linked)).toBe(new Set(linked).size === 1 ? linked[0] : 'mixed');
      }),
    );
  });
});

describe('countStatuses', () => {
  it('counts each status, and the total is their sum', () => {
    fc.assert(
      fc.property(fc.array(anyStatus.map((status) => ({ status }))), (measures) => {
        const { total, ...counts } = countStatuses(measures);
        for (const status of statuses) {
          expect(counts[status]).toBe(measures.filter((measure) => measure.status === status).length);
        }
        expect(total).toBe(measures.length);
        expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(total);
      }),
    );
  });
});

describe('change since the former round', () => {
  const same = { done: 0, in_progress: 0, not_started: 0, not_reported: 0, mixed: 0 };
  const measure = (...assignments: ReturnType<typeof makeLight>[]) => ({ assignments });

  it('is null without a former round, and without an answer in this one: that is not "no change"', () => {
    expect(changeOf([])).toBeNull();
    expect(changeOf([measure(makeLight('a', 'done'))])).toBeNull();
    expect(changeOf([measure(makeLight('a', 'done', { previous: 'in_progress', isCarried: true }))])).toBeNull();
    expect(changeOf([measure(makeLight('a', null, { previous: null }))])).toBeNull();
  });

  it('is all zeros when nothing moved', () => {
    expect(changeOf([measure(makeLight('a', 'done', { previous: 'done' }))])).toEqual(same);
  });

  it('moves one from the old status to the new', () => {
    const moved = measure(makeLight('a', 'done', { previous: 'in_progress' }));
    expect(changeOf([moved])).toEqual({ ...same, done: 1, in_progress: -1 });
    expect(comparedStatusOf(moved)).toEqual({ before: 'in_progress', now: 'done' });
  });

  it('compares with "not reported" where the department stood there without a light', () => {
    expect(changeOf([measure(makeLight('a', 'done', { previous: null }))])).toEqual({
      ...same,
      done: 1,
      not_reported: -1,
    });
  });

  it('does not see a department that was added since', () => {
    const before = makeLight('a', 'done', { previous: 'done' });
    expect(changeOf([measure(before, makeLight('added', 'not_started'))])).toEqual(same);
    expect(changeOf([measure(before, makeLight('added', null))])).toEqual(same);
  });

  it('sums to zero', () => {
    const light = fc
      .record({
        progress: fc.constantFrom(...answers),
        previous: fc.constantFrom(...answers, undefined),
        isCarried: fc.boolean(),
      })
      .map(({ progress, ...rest }) => makeLight('a', progress, rest));
    const anyMeasure = fc.array(light, { maxLength: 4 }).map((assignments) => ({ assignments }));
    fc.assert(
      fc.property(fc.array(anyMeasure), (measures) => {
        const change = changeOf(measures);
        expect(Object.values(change ?? {}).reduce((sum, moved) => sum + moved, 0)).toBe(0);
        expect(change === null).toBe(measures.every((one) => comparedStatusOf(one) === null));
      }),
    );
  });
});
