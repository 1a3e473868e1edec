import { expect, it } from 'vitest';
import { isDue, openingOf } from './opening.ts';

const today = '2026-12-01';
const open = { year: 2026, state: 'open' } as const;

it.each([
  ['opens at once on its first day', '2026-12-01', [], 'now'],
  ['opens at once when its first day is past', '2026-11-27', [{ year: 2026, state: 'closed' }], 'now'],
  ['stays planned until its first day', '2026-12-02', [], 'planned'],
  ['stays planned when no day is written yet', null, [], 'planned'],
  ['waits for the open round of its plan', '2026-12-01', [open], 'waits'],
  ['does not wait for the round of another plan', '2026-12-01', [{ ...open, year: 2025 }], 'now'],
  ['stays planned beside an open round', '2026-12-02', [open], 'planned'],
] as const)('%s', (_name, opensOn, rounds, opening) => {
  expect(openingOf({ opensOn, year: 2026 }, rounds, today)).toBe(opening);
});

it('is due from its first day until it is open', () => {
  expect(isDue({ state: 'planned', opensOn: '2026-12-01' }, today)).toBe(true);
  expect(isDue({ state: 'planned', opensOn: '2026-12-02' }, today)).toBe(false);
  expect(isDue({ state: 'planned', opensOn: null }, today)).toBe(false);
  expect(isDue({ state: 'open', opensOn: '2026-12-01' }, today)).toBe(false);
});
