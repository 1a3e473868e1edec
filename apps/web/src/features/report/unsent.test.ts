import { expect, it } from 'vitest';
import { emptyValues } from './form-values.ts';
import { unsentOf } from './unsent.ts';

const stored = {
  round: { fi: 'Kevät 2027' },
  progress: null,
  note: 'Jäi kesken.',
  evidence: '',
  updatedAt: '2027-03-31T10:00:00.000Z',
  isAwaited: false,
};
const round = { fi: 'Syksy 2027' };

it('lists what the server has, and first what only this browser has', () => {
  expect(unsentOf([stored], null, round)).toEqual([stored]);
  expect(unsentOf([stored], { ...emptyValues, note: 'Vain täällä.' }, round)).toMatchObject([
    { round, note: 'Vain täällä.', updatedAt: null },
    stored,
  ]);
});

it('lists the same words once', () => {
  expect(unsentOf([stored], { ...emptyValues, note: 'Jäi kesken.' }, round)).toEqual([stored]);
});
