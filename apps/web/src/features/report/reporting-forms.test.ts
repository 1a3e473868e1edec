import { expect, it } from 'vitest';
import type { ReportingForm } from '@vointi/shared/report/contract.ts';
import type { RequestedForm } from './api.ts';
import { chooseForm, formKey, formPath, requestedForm } from './reporting-forms.ts';
import { makeForm, makeRow } from './testing/rows.ts';

const form = (municipality: string, department: string, missing: number, total = 3): ReportingForm => ({
  ...makeForm(Array.from({ length: total }, (_, index) => makeRow(String(index)))),
  municipality: { slug: municipality, name: { fi: municipality } },
  department: { slug: department, kind: 'department', name: { fi: department }, shortName: null },
  counts: { answered: total - missing, confirmed: 0, late: 0, missing, total, waiting: 0 },
});

it('chooses the requested form, else the one with most unanswered rows', () => {
  const forms = [form('kouvola', 'a', 0, 0), form('kouvola', 'b', 1), form('kouvola', 'c', 3), form('muu', 'b', 2)];
  const chosen = (requested: RequestedForm) => {
    const form = chooseForm(forms, requested);
    return form && formKey(form);
  };
  expect(chosen({})).toBe('kouvola/2024/c');
  expect(chosen({ department: 'b' })).toBe('muu/2024/b');
  expect(chosen({ department: 'b', municipality: 'kouvola' })).toBe('kouvola/2024/b');
  expect(chosen({ department: 'nowhere' })).toBe('kouvola/2024/c');
  expect(chooseForm([], {})).toBeUndefined();
});

const inRound = (id: string, until: string, isReopened = false): ReportingForm => ({
  ...form('kouvola', 'a', 3),
  round: { id, slug: id, name: { fi: id }, periodAssessed: { fi: id }, state: 'open', opensAt: null, closesAt: until },
  lock: { isOpen: true, until, isReopened },
});

it('has a form for each round of a department, chosen by the address, else by the last day', () => {
  const spring = inRound('kevat', '2026-06-18T21:00:00.000Z', true);
  const autumn = inRound('syksy', '2026-05-30T21:00:00.000Z');
  const chosen = (requested: RequestedForm) => chooseForm([autumn, spring], requested)?.round?.id;
  expect(formKey(spring)).not.toBe(formKey(autumn));
  expect(formPath(spring)).toBe('/reporting?department=a&municipality=kouvola&round=kevat');
  expect(chosen({ department: 'a', round: 'syksy' })).toBe('syksy');
  expect(chosen({ department: 'a', round: 'kevat' })).toBe('kevat');
  expect(chosen({})).toBe('kevat');
  // A round that takes no answers any more leads to the department's next form.
  expect(chosen({ department: 'a', round: 'mennyt' })).toBe('kevat');
  const answered = { ...spring, counts: { ...spring.counts, answered: 3, missing: 0 } };
  expect(chooseForm([answered, autumn], {})?.round?.id).toBe('syksy');
});

it('prefers an open form to a closed one', () => {
  const closed = { ...form('kouvola', 'a', 3), lock: { isOpen: false, why: 'closed', since: null } } as const;
  expect(chooseForm([closed, form('kouvola', 'b', 1)], {})?.department.slug).toBe('b');
});

it('reads the department, the municipality and the round from the address', () => {
  expect(requestedForm({ round: ['r'], department: ['a'] })).toEqual({ department: 'a', round: 'r' });
  expect(requestedForm({ department: ['a', 'b'] })).toEqual({ department: 'a' });
  expect(requestedForm({ municipality: ['m'], department: [] })).toEqual({ municipality: 'm' });
});
