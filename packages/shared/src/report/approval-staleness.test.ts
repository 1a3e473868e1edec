import { describe, expect, it } from 'vitest';
import { isStale, changedFigures } from './approval-staleness.ts';

const sent = {
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
    expect(isStale(sent, now)).toBe(false);
    expect(isStale({ ...sent, confirmed: true, figures: {} }, now)).toBe(false);
  });

  it('is stale after another answer', () => {
    expect(isStale(sent, { ...now, version: 2 })).toBe(true);
  });

  it.each([
    ['another value', figure(312, 4), true],
    ['the same value', figure(2050, 4), false],
    ['a value that is gone', figure(null, 4), true],
  ])('is stale after a change of a figure: %s', (_, changed, is) => {
    expect(isStale(sent, { ...now, figures: [changed] })).toBe(is);
    expect(changedFigures(sent, [changed])).toEqual(is ? [changed] : []);
  });

  it('is stale when a figure has a value and the versions are unknown', () => {
    const unknown = { ...sent, figureVersions: null };
    expect(isStale(unknown, { ...now, figures: [figure(null, 0)] })).toBe(false);
    expect(isStale(unknown, now)).toBe(true);
  });

  it.each([
    { ...last, progress: 'in_progress' as const },
    { ...last, note: { fi: 'Korjattu' } },
    { ...last, evidence: { fi: 'Kirjattu' } },
    null,
  ])('is stale as "no change" when the repeated answer changed: %j', (changed) => {
    expect(isStale({ ...sent, confirmed: true }, { ...now, last: changed })).toBe(true);
    expect(isStale(sent, { ...now, last: changed })).toBe(false);
  });
});
