import { describe, expect, it } from 'vitest';
import { isStale, changedFigures } from './approval-staleness.ts';

const draft = {
  progress: 'done',
  note: 'Valmis',
  evidence: '',
  confirmed: false,
  baseVersion: 1,
  figures: { oppilaat: '2 050' },
  figureVersions: { oppilaat: 3 },
} as const;
const figure = (value: number | null, version: number) => ({
  indicator: 'oppilaat',
  kind: 'number' as const,
  decimals: 0,
  value: value === null ? null : { kind: 'number' as const, value },
  version,
});
const last = { progress: 'done', note: { fi: 'Valmis', sv: 'Klart' }, evidence: null } as const;
const now = { version: 1, last, figures: [figure(1900, 3)] };

describe('an answer that waits for approval', () => {
  it('is not stale while nothing has changed', () => {
    expect(isStale(draft, now)).toBe(false);
    expect(isStale({ ...draft, confirmed: true, figures: {} }, now)).toBe(false);
  });

  it('is stale after another answer', () => {
    expect(isStale(draft, { ...now, version: 2 })).toBe(true);
  });

  it.each([
    ['another value', figure(312, 4), true],
    ['the same value', figure(2050, 4), false],
    ['a value that is gone', figure(null, 4), true],
  ])('is stale after a change of a figure: %s', (_, changed, is) => {
    expect(isStale(draft, { ...now, figures: [changed] })).toBe(is);
    expect(changedFigures(draft, [changed])).toEqual(is ? [changed] : []);
  });

  it('is stale when a figure has a value and the versions are unknown', () => {
    const unknown = { ...draft, figureVersions: null };
    expect(isStale(unknown, { ...now, figures: [figure(null, 0)] })).toBe(false);
    expect(isStale(unknown, now)).toBe(true);
  });

  it.each([
    { ...last, progress: 'in_progress' as const },
    { ...last, note: { fi: 'Korjattu' } },
    { ...last, evidence: { fi: 'Kirjattu' } },
    null,
  ])('is stale as "no change" when the repeated answer changed: %j', (changed) => {
    expect(isStale({ ...draft, confirmed: true }, { ...now, last: changed })).toBe(true);
    expect(isStale(draft, { ...now, last: changed })).toBe(false);
  });
});
