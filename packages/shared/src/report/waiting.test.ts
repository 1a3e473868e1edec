import { describe, expect, it } from 'vitest';
import { isOvertaken, overtakenFigures } from './waiting.ts';

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

describe('an answer that waits', () => {
  it('is as it was sent while nothing has changed', () => {
    expect(isOvertaken(sent, now)).toBe(false);
    expect(isOvertaken({ ...sent, confirmed: true, figures: {} }, now)).toBe(false);
  });

  it('is overtaken by another answer', () => {
    expect(isOvertaken(sent, { ...now, version: 2 })).toBe(true);
  });

  it.each([
    ['another value', figure(312, 4), true],
    ['the same value', figure(2050, 4), false],
    ['a value that is gone', figure(null, 4), true],
  ])('is overtaken by a figure: %s', (_, changed, is) => {
    expect(isOvertaken(sent, { ...now, figures: [changed] })).toBe(is);
    expect(overtakenFigures(sent, [changed])).toEqual(is ? [changed] : []);
  });

  it('covers only what was not there when the versions are not known', () => {
    const unknown = { ...sent, figureVersions: null };
    expect(isOvertaken(unknown, { ...now, figures: [figure(null, 0)] })).toBe(false);
    expect(isOvertaken(unknown, now)).toBe(true);
  });

  it.each([
    { ...last, progress: 'in_progress' as const },
    { ...last, note: { fi: 'Korjattu' } },
    { ...last, evidence: { fi: 'Kirjattu' } },
    null,
  ])('that says the same as last is overtaken when that is no longer what was said: %j', (changed) => {
    expect(isOvertaken({ ...sent, confirmed: true }, { ...now, last: changed })).toBe(true);
    expect(isOvertaken(sent, { ...now, last: changed })).toBe(false);
  });
});
