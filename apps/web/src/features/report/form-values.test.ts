import { describe, expect, it } from 'vitest';
import { mergeTexts, needsReason, emptyValues, hasSameMeaning, withLight } from './form-values.ts';
import { makeReport, makeRow } from './testing/rows.ts';

const row = makeRow('a');

describe('choosing a light', () => {
  it('brings the last words along, to be gone on from', () => {
    expect(withLight(emptyValues, 'in_progress', row).note).toBe('Jatkuu.');
    expect(withLight(emptyValues, 'done', row).note).toBe('Jatkuu.');
  });

  it('asks why without putting an old text for a reason, and gives it back', () => {
    const red = withLight(withLight(emptyValues, 'in_progress', row), 'not_started', row);
    expect(red.note).toBe('');
    expect(withLight(red, 'done', row).note).toBe('Jatkuu.');
  });

  it('leaves one’s own words alone whatever the light', () => {
    const values = { ...emptyValues, note: 'Omaa tekstiä', evidence: 'Pöytäkirja 3' };
    for (const progress of ['not_started', 'in_progress', 'done'] as const) {
      expect(withLight(values, progress, row)).toMatchObject({ note: 'Omaa tekstiä', evidence: 'Pöytäkirja 3' });
    }
  });

  it('goes on from this round’s answer where there is one', () => {
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
] as const)('%s after %s is asked why: %s', (progress, previous, expected) => {
  const before = previous && row.previous && { ...row.previous, progress: previous };
  expect(needsReason({ ...emptyValues, progress }, { previous: before })).toBe(expected);
});

it('an empty figure and spaces at the ends say nothing more', () => {
  const values = { ...emptyValues, note: 'a' };
  expect(hasSameMeaning(values, { ...values, note: ' a ', figures: { x: ' ' } })).toBe(true);
  expect(hasSameMeaning(values, { ...values, figures: { x: '1' } })).toBe(false);
});

describe('two texts combined', () => {
  const mine = { ...emptyValues, progress: 'done' as const, note: 'Omani.' };
  it('keep every word of both', () => {
    const both = mergeTexts(mine, { ...emptyValues, progress: 'in_progress', note: 'Maijan.', evidence: 'Kuva' });
    expect(both).toMatchObject({ progress: 'done', note: 'Omani.\n\nMaijan.', evidence: 'Kuva' });
  });

  it('are not said twice where one holds the other', () => {
    expect(mergeTexts(mine, { ...emptyValues, note: 'Omani. Ja lisää.' }).note).toBe('Omani. Ja lisää.');
  });
});
