import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Progress, progresses } from '../measure/progress.ts';
import { type AnswerContent, missingPartOf, canConfirm, isSameAnswer, notConfirmableBecause } from './rules.ts';

const answerWith = (progress: Progress, more: { note?: string; evidence?: string; hasFigure?: boolean } = {}) => ({
  progress,
  note: more.note ?? null,
  evidence: more.evidence ?? null,
  hasFigure: more.hasFigure ?? false,
});

describe('missingPartOf', () => {
  it.each<[Progress, Progress | null, 'reason' | 'evidence' | null]>([
    ['not_started', null, 'reason'],
    ['not_started', 'not_started', 'reason'],
    ['not_started', 'in_progress', 'reason'],
    ['not_started', 'done', 'reason'],
    ['in_progress', null, null],
    ['in_progress', 'not_started', null],
    ['in_progress', 'in_progress', null],
    ['in_progress', 'done', 'reason'],
    ['done', null, 'evidence'],
    ['done', 'not_started', 'evidence'],
    ['done', 'in_progress', 'evidence'],
    ['done', 'done', null],
  ])('requires for %s after %s: %s', (progress, previous, missing) => {
    expect(missingPartOf(answerWith(progress), previous)).toBe(missing);
  });

  it('accepts a note, evidence or a figure', () => {
    expect(missingPartOf(answerWith('not_started', { note: 'Rahoitus puuttuu' }), 'done')).toBeNull();
    expect(missingPartOf(answerWith('done', { evidence: 'Kirjattu 3/2024' }), null)).toBeNull();
    expect(missingPartOf(answerWith('done', { hasFigure: true }), 'in_progress')).toBeNull();
  });

  it('counts spaces as empty, and a note as no evidence', () => {
    expect(missingPartOf(answerWith('not_started', { note: ' \n' }), null)).toBe('reason');
    expect(missingPartOf(answerWith('done', { evidence: '  ', note: 'Tehty' }), null)).toBe('evidence');
    expect(missingPartOf(answerWith('in_progress', { evidence: 'Näin', hasFigure: true }), 'done')).toBe('reason');
  });
});

describe('ei muutosta', () => {
  it('repeats the last answer, and needs one', () => {
    expect(notConfirmableBecause(null)).toBe('never_answered');
    expect(notConfirmableBecause({ progress: null, note: 'Ei raportoitu' })).toBe('never_answered');
    expect(notConfirmableBecause({ progress: 'not_started', note: null })).toBe('reason_needed');
    expect(notConfirmableBecause({ progress: 'not_started', note: ' ' })).toBe('reason_needed');
    expect(canConfirm({ progress: 'not_started', note: 'Rahoitus puuttuu' })).toBe(true);
    expect(canConfirm({ progress: 'in_progress', note: null })).toBe(true);
    expect(canConfirm({ progress: 'done', note: null })).toBe(true);
  });
});

const anyText = fc.option(fc.record({ fi: fc.string({ minLength: 1 }) }), { nil: null });
const anyFigure = fc.oneof(
  fc.record({ indicator: fc.constantFrom('a', 'b'), kind: fc.constant('number' as const), value: fc.integer() }),
  fc.record({ indicator: fc.constantFrom('c', 'd'), kind: fc.constant('text' as const), value: fc.string() }),
);
const anyAnswer: fc.Arbitrary<AnswerContent> = fc.record({
  progress: fc.option(fc.constantFrom(...progresses), { nil: null }),
  note: anyText,
  evidence: anyText,
  confirmed: fc.boolean(),
  onBehalfOf: fc.option(fc.string({ minLength: 1 }), { nil: null }),
  figures: fc.array(anyFigure, { maxLength: 4 }),
});

describe('the same answer', () => {
  it('ignores the order of figures and how absent languages are written', () => {
    fc.assert(
      fc.property(anyAnswer, (answer) => {
        const again: AnswerContent = {
          ...answer,
          note: answer.note && { sv: undefined, fi: answer.note.fi },
          figures: answer.figures.toReversed(),
        };
        expect(isSameAnswer(answer, again)).toBe(true);
      }),
    );
  });

  it('differs when any one part differs', () => {
    const answer: AnswerContent = {
      progress: 'done',
      note: { fi: 'a' },
      evidence: null,
      confirmed: false,
      onBehalfOf: null,
      figures: [{ indicator: 'x', kind: 'number', value: 1 }],
    };
    const others: Partial<AnswerContent>[] = [
      { progress: 'in_progress' },
      { note: null },
      { note: { fi: 'b' } },
      { note: { fi: 'a', sv: 'a' } },
      { evidence: { fi: 'a' } },
      { confirmed: true },
      { onBehalfOf: 'Seura' },
      { figures: [] },
      { figures: [{ indicator: 'x', kind: 'text', value: '1' }] },
      { figures: [{ indicator: 'x', kind: 'number', value: 2 }] },
    ];
    for (const other of others) expect([other, isSameAnswer(answer, { ...answer, ...other })]).toEqual([other, false]);
  });
});
