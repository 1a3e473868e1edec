import { describe, expect, it } from 'vitest';
import { mergeTexts, needsReason, emptyValues, hasSameMeaning, withLight } from './form-values.ts';
import { makeReport, makeRow } from './testing/rows.ts';

const row = makeRow('a');

describe('choosing a light', () => {
  it('fills in the last answer’s note', () => {
    expect(withLight(emptyValues, 'in_progress', row).note).toBe('Jatkuu.');
    expect(withLight(emptyValues, 'done', row).note).toBe('Jatkuu.');
  });

  it('leaves the note empty when a reason is needed, and restores it with another light', () => {
    const red = withLight(withLight(emptyValues, 'in_progress', row), 'not_started', row);
    expect(red.note).toBe('');
    expect(withLight(red, 'done', row).note).toBe('Jatkuu.');
  });

  it('keeps the person’s own text with every light', () => {
    const values = { ...emptyValues, note: 'Omaa tekstiä', evidence: 'Pöytäkirja 3' };
    for (const progress of ['not_started', 'in_progress', 'done'] as const) {
      expect(withLight(values, progress, row)).toMatchObject({ note: 'Omaa tekstiä', evidence: 'Pöytäkirja 3' });
    }
  });

  it('fills in this round’s answer when there is one', () => {
    expect(withLight(emptyValues, 'done', makeRow('a', { report: makeReport() })).note).toBe('Maijan teksti.');
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
