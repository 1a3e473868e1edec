import { languages, type Text } from '@vointi/shared/text/text.ts';
import { expect, it } from 'vitest';
import { defineForm } from './define-form.ts';
import { choice, day, localizedText, optionalDay, optionalLocalizedText, optionalText, text } from './field-kinds.ts';
import { fromFormTexts, original, textProblem, toFormTexts, translations } from './form-texts.ts';

type Row = {
  name: Text;
  note: Text | null;
  code: string;
  contact: string | null;
  kind: 'a' | 'b';
  from: string;
  to: string | null;
};

const form = defineForm({
  fields: {
    name: localizedText(10),
    note: optionalLocalizedText(10),
    code: text(5),
    contact: optionalText(5),
    kind: choice<'a' | 'b'>('a'),
    from: day(),
    to: optionalDay(),
  },
  values: (row: Row) => row,
});

const row: Row = {
  name: { fi: 'Nimi', sv: 'Namn' },
  note: null,
  code: 'A1',
  contact: null,
  kind: 'b',
  from: '2026-08-01',
  to: null,
};

it('gives back a row as it was', () => {
  expect(form.toBody(form.ofRow(row))).toEqual(row);
  expect(form.changes(row, form.ofRow(row))).toEqual({});
});

it('starts a new row with the empty value of each field, and with what is given', () => {
  const start = form.toForm({ kind: 'b' });
  expect(start).toMatchObject({ code: '', kind: 'b', from: '', name: toFormTexts(null) });
});

it('sends the fields that differ, and null for an optional one that was emptied', () => {
  const before = { ...row, contact: 'x', to: '2026-12-01', note: { fi: 'Muistio' } };
  const typed = { ...form.ofRow(before), code: ' A2 ', contact: ' ', to: '', note: toFormTexts(null) };
  expect(form.changes(before, typed)).toEqual({ code: 'A2', contact: null, to: null, note: null });
});

it('sends a text whole when one language of it changed', () => {
  const typed = form.ofRow(row);
  const changed = { ...typed, name: { ...typed.name, sv: '' } };
  expect(form.changes(row, changed)).toEqual({ name: { fi: 'Nimi' } });
});

it('names an input for every language of a text', () => {
  expect(form.inputs.filter((name) => name.startsWith('name'))).toEqual(
    languages.map((language) => `name.${language}`),
  );
});

it('reads a text in any set of languages and leaves out those that are empty', () => {
  expect(fromFormTexts({ ...toFormTexts({ fi: ' a ' }), sv: ' ' })).toEqual({ fi: 'a' });
});

it('needs the original of an optional text as soon as it has a translation', () => {
  const limits = { max: 3, isOptional: true };
  const [translation = original] = translations;
  const empty = toFormTexts(null);
  expect(textProblem(empty, original, limits)).toBeNull();
  expect(textProblem({ ...empty, [translation]: 'x' }, original, limits)).toBe('required');
  expect(textProblem({ ...empty, [translation]: 'long' }, translation, limits)).toBe('tooLong');
  expect(textProblem(empty, original, { max: 3 })).toBe('required');
});
