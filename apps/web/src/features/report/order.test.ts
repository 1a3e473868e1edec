import { describe, expect, it } from 'vitest';
import { keepOrder, minutesFor, orderRows } from './order.ts';
import { makeRow } from './testing/rows.ts';

const rows = [makeRow('a', { state: 'answered' }), makeRow('b'), makeRow('c', { state: 'late' }), makeRow('d')];

describe('rows', () => {
  it('that are unanswered come first, each part in the order of the plan', () => {
    expect(orderRows(rows)).toEqual(['b', 'd', 'a', 'c']);
  });

  it('stay where they are when they are answered', () => {
    const answered = rows.map((row) => ({ ...row, state: 'answered' as const }));
    expect(keepOrder(orderRows(rows), answered)).toEqual(['b', 'd', 'a', 'c']);
  });

  it('that are new come last, and those that are gone are left out', () => {
    expect(keepOrder(['b', 'gone', 'a'], rows)).toEqual(['b', 'a', 'd', 'c']);
  });
});

it('six rows take two minutes, and none takes none', () => {
  expect([6, 1, 0].map(minutesFor)).toEqual([2, 1, 0]);
});
