import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { origins } from '../report/origin.ts';
import {
  agesOf,
  agesOfGroups,
  agesOfMeasures,
  carriedPartOf,
  carriedPartOfAges,
  originOfAll,
  isCarried,
} from './ages.ts';
import { progresses } from './progress.ts';
import { makeLight } from './testing/make-light.ts';

const given = makeLight('a', 'done');
const carried = makeLight('b', 'in_progress', { isCarried: true });
const never = makeLight('c', null);
const loaded = makeLight('d', 'done', { origin: 'document' });
const onBehalf = makeLight('e', 'done', { origin: 'on_behalf' });

const anyLight = fc
  .record({
    progress: fc.constantFrom(...progresses, null),
    isCarried: fc.boolean(),
    origin: fc.constantFrom(...origins, null),
    isAsked: fc.constantFrom(undefined, false as const),
  })
  .map(({ progress, ...rest }) =>
    makeLight('a', progress, progress ? rest : { ...rest, isCarried: false, origin: null }),
  );

describe('ages', () => {
  it('counts answers of this round beside lights of earlier ones and those that never had one', () => {
    expect(agesOf([given, carried, carried, never, loaded, onBehalf])).toEqual({
      asked: 6,
      answered: 3,
      carried: 2,
      never: 1,
      fromDocument: 1,
      onBehalf: 1,
    });
    expect(agesOf([])).toEqual({ asked: 0, answered: 0, carried: 0, never: 0 });
  });

  it('does not call an old light of a document an answer from a document', () => {
    expect(agesOf([{ ...loaded, isCarried: true }])).toEqual({ asked: 1, answered: 0, carried: 1, never: 0 });
  });

  it('leaves out what the round does not ask for', () => {
    expect(agesOf([given, { ...carried, isAsked: false }, { ...never, isAsked: false }])).toEqual({
      asked: 1,
      answered: 1,
      carried: 0,
      never: 0,
    });
  });

  it('are none in a plan without a round', () => {
    const measures = [{ assignments: [given] }, { assignments: [never] }];
    expect(agesOfMeasures(measures, null)).toBeNull();
    expect(agesOfMeasures(measures, {})).toMatchObject({ asked: 2, answered: 1, never: 1 });
  });

  it('add up to what was asked, in groups as one by one', () => {
    fc.assert(
      fc.property(fc.array(anyLight), (lights) => {
        const ages = agesOf(lights);
        expect(ages.answered + ages.carried + ages.never).toBe(ages.asked);
        expect(ages.asked).toBe(lights.filter(({ isAsked }) => isAsked !== false).length);
        expect((ages.fromDocument ?? 0) + (ages.onBehalf ?? 0)).toBeLessThanOrEqual(ages.answered);
        const groups = [...Map.groupBy(lights, (light) => JSON.stringify(light)).values()];
        expect(agesOfGroups(groups.flatMap((same) => (same[0] ? [{ ...same[0], count: same.length }] : [])))).toEqual(
          ages,
        );
      }),
    );
  });
});

describe('a light', () => {
  it('is carried when it is of another round than the current one', () => {
    expect(isCarried({ progress: 'done', round: 'kevat' }, 'syksy')).toBe(true);
    expect(isCarried({ progress: 'done', round: 'syksy' }, 'syksy')).toBe(false);
    expect(isCarried({ progress: null, round: null }, 'syksy')).toBe(false);
  });

  it('makes its measure carried in part or as a whole; departments without one do not count', () => {
    expect(carriedPartOf([given, never])).toBe('none');
    expect(carriedPartOf([never])).toBe('none');
    expect(carriedPartOf([given, carried])).toBe('some');
    expect(carriedPartOf([carried, never])).toBe('all');
    for (const lights of [[given, never], [never], [given, carried], [carried, never]]) {
      expect(carriedPartOfAges(agesOf(lights))).toBe(carriedPartOf(lights));
    }
    expect(carriedPartOfAges(null)).toBe('none');
  });

  it('is said to be the departments’ own only where all are', () => {
    const unknown = { ...given, origin: null };
    expect(originOfAll([given, carried, never])).toBe('department');
    expect(originOfAll([loaded, never])).toBe('document');
    expect(originOfAll([onBehalf])).toBe('on_behalf');
    expect(originOfAll([unknown])).toBe('unknown');
    for (const other of [loaded, onBehalf, unknown]) expect(originOfAll([given, other])).toBe('mixed');
    expect(originOfAll([never])).toBeNull();
  });
});
