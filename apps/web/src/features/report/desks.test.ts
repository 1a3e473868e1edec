import { expect, it } from 'vitest';
import { chooseDesk, deskKey, type Desk, type Wanted, wantedOf } from './desks.ts';
import { makeDesk, makeRow } from './testing/rows.ts';

const desk = (municipality: string, department: string, missing: number, total = 3): Desk => ({
  ...makeDesk(Array.from({ length: total }, (_, at) => makeRow(String(at)))),
  municipality: { slug: municipality, name: { fi: municipality } },
  department: { slug: department, kind: 'department', name: { fi: department }, shortName: null },
  counts: { answered: total - missing, confirmed: 0, late: 0, missing, total },
});

it('the desk that is asked for, else the one with most to do', () => {
  const desks = [desk('kouvola', 'a', 0, 0), desk('kouvola', 'b', 1), desk('kouvola', 'c', 3), desk('muu', 'b', 2)];
  const chosen = (wanted: Wanted) => {
    const found = chooseDesk(desks, wanted);
    return found && deskKey(found);
  };
  expect(chosen({})).toBe('kouvola/c');
  expect(chosen({ department: 'b' })).toBe('muu/b');
  expect(chosen({ department: 'b', municipality: 'kouvola' })).toBe('kouvola/b');
  expect(chosen({ department: 'nowhere' })).toBe('kouvola/c');
  expect(chooseDesk([], {})).toBeUndefined();
});

it('what can be answered comes before what is closed', () => {
  const closed = { ...desk('kouvola', 'a', 3), lock: { isOpen: false, why: 'closed', since: null } } as const;
  expect(chooseDesk([closed, desk('kouvola', 'b', 1)], {})?.department.slug).toBe('b');
});

it('an address may name the department and the municipality', () => {
  expect(wantedOf({ department: ['a', 'b'] })).toEqual({ department: 'a' });
  expect(wantedOf({ municipality: ['m'], department: [] })).toEqual({ municipality: 'm' });
});
