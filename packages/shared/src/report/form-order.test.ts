import { expect, it } from 'vitest';
import type { Lock } from '../round/rules.ts';
import { byLastDay } from './form-order.ts';

const open = (until: string | null, isReopened = false): Lock => ({ isOpen: true, until, isReopened });
const planned: Lock = { isOpen: false, why: 'planned', since: null };

it('sorts rounds opened again first, then open ones by their last day, then locked ones', () => {
  const forms = [
    { name: 'no round', lock: null },
    { name: 'no last day', lock: open(null) },
    { name: 'autumn', lock: open('2026-11-30T22:00:00.000Z') },
    { name: 'planned', lock: planned },
    { name: 'spring', lock: open('2026-06-18T21:00:00.000Z') },
    { name: 'again, late', lock: open('2026-12-20T22:00:00.000Z', true) },
    { name: 'again, soon', lock: open('2026-12-10T22:00:00.000Z', true) },
  ];
  expect(forms.toSorted(byLastDay).map(({ name }) => name)).toEqual([
    'again, soon',
    'again, late',
    'spring',
    'autumn',
    'no last day',
    'no round',
    'planned',
  ]);
});
