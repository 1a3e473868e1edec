import { describe, expect, it } from 'vitest';
import { formerNoteOf, mergeTexts, needsReason, emptyValues, hasSameMeaning, withLight } from './form-values.ts';
import { makeReport, makeRow } from './testing/rows.ts';

const row = makeRow('a');

describe('choosing a light', () => {
  it('begins with an empty note: an old text is not about this round', () => {
    expect(withLight(emptyValues, 'in_progress', row).note).toBe('');
    expect(withLight(emptyValues, 'done', row).note).toBe('');
  });

  it('keeps a former note that was taken over, but not as the reason of a red light', () => {
    const taken = { ...emptyValues, note: formerNoteOf(row) };
    expect(withLight(taken, 'in_progress', row).note).toBe('Jatkuu.');
    expect(withLight(taken, 'not_started', row).note).toBe('');
  });

  it('keeps the person’s own text with every light', () => {
    const values = { ...emptyValues, note: 'Omaa tekstiä', evidence: 'Pöytäkirja 3' };
    for (const progress of ['not_started', 'in_progress', 'done'] as const) {
      expect(withLight(values, progress, row)).toMatchObject({ note: 'Omaa tekstiä', evidence: 'Pöytäkirja 3' });
    }
  });

  it('keeps the note of this round’s answer, and offers no former one beside it', () => {
    const answered = makeRow('a', { report: makeReport() });
    expect(withLight({ ...emptyValues, note: 'Maijan teksti.' }, 'not_started', answered).note).toBe('Maijan teksti.');
    expect(formerNoteOf(answered)).toBe('');
  });
});

it.each([
  ['not_started', 'in_progress', true],
  ['not_started', null, true],
  ['not_started', 'not_started', true],
  ['in_progress', 'done', true],
  ['in_progress', 'in_progress', false],
  ['done', 'not_started', false],
  [null, 'done', false],
] as const)('%s after %s needs a reason: %s', (progress, previous, expected) => {
  const before = previous && row.previous && { ...row.previous, progress: previous };
  expect(needsReason({ ...emptyValues, progress }, { previous: before })).toBe(expected);
});

it('ignores empty figures and outer spaces when it compares answers', () => {
  const values = { ...emptyValues, note: 'a' };
  expect(hasSameMeaning(values, { ...values, note: ' a ', figures: { x: ' ' } })).toBe(true);
  expect(hasSameMeaning(values, { ...values, figures: { x: '1' } })).toBe(false);
});

describe('merging two texts', () => {
  const mine = { ...emptyValues, progress: 'done' as const, note: 'Omani.' };
  it('keeps every word of both', () => {
    const both = mergeTexts(mine, { ...emptyValues, progress: 'in_progress', note: 'Maijan.', evidence: 'Kuva' });
    expect(both).toMatchObject({ progress: 'done', note: 'Omani.\n\nMaijan.', evidence: 'Kuva' });
  });

  it('does not repeat a text that the other contains', () => {
    expect(mergeTexts(mine, { ...emptyValues, note: 'Omani. Ja lisää.' }).note).toBe('Omani. Ja lisää.');
  });
});
