import { expect, it } from 'vitest';
import type { ReportingForm } from '@vointi/shared/report/contract.ts';
import type { RequestedForm } from './api.ts';
import { chooseForm, formKey, requestedForm } from './reporting-forms.ts';
import { makeForm, makeRow } from './testing/rows.ts';

const form = (municipality: string, department: string, missing: number, total = 3): ReportingForm => ({
  ...makeForm(Array.from({ length: total }, (_, index) => makeRow(String(index)))),
  municipality: { slug: municipality, name: { fi: municipality } },
  department: { slug: department, kind: 'department', name: { fi: department }, shortName: null },
  counts: { answered: total - missing, confirmed: 0, late: 0, missing, total },
});

it('chooses the requested form, else the one with most unanswered rows', () => {
  const forms = [form('kouvola', 'a', 0, 0), form('kouvola', 'b', 1), form('kouvola', 'c', 3), form('muu', 'b', 2)];
  const chosen = (requested: RequestedForm) => {
    const form = chooseForm(forms, requested);
    return form && formKey(form);
  };
  expect(chosen({})).toBe('kouvola/c');
  expect(chosen({ department: 'b' })).toBe('muu/b');
  expect(chosen({ department: 'b', municipality: 'kouvola' })).toBe('kouvola/b');
  expect(chosen({ department: 'nowhere' })).toBe('kouvola/c');
  expect(chooseForm([], {})).toBeUndefined();
});

it('prefers an open form to a closed one', () => {
  const closed = { ...form('kouvola', 'a', 3), lock: { isOpen: false, why: 'closed', since: null } } as const;
  expect(chooseForm([closed, form('kouvola', 'b', 1)], {})?.department.slug).toBe('b');
});

it('reads the department and the municipality from the address', () => {
  expect(requestedForm({ department: ['a', 'b'] })).toEqual({ department: 'a' });
  expect(requestedForm({ municipality: ['m'], department: [] })).toEqual({ municipality: 'm' });
});
