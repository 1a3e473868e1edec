import { describe, expect, it } from 'vitest';
import { agesOf } from './ages.ts';
import { agesStatementOf } from './ages-statement.ts';
import { makeLight } from './testing/make-light.ts';

const closesAt = '2027-06-18T21:00:00.000Z';
const round = (slug: string, period: string, state: 'open' | 'closed' = 'closed') => ({
  slug,
  name: { fi: slug },
  periodAssessed: { fi: period },
  state,
  closesAt,
});
const rounds = [round('kierros', 'kevät 2027'), round('vanha', '2025'), round('vanhin', '2023')];
const old = (slug: string) => makeLight('b', 'done', { isCarried: true, round: slug });
const given = makeLight('a', 'done');

const say = (lights: ReturnType<typeof makeLight>[], state: 'open' | 'closed', at = '2027-06-01T12:00:00Z') =>
  agesStatementOf(
    { round: round('kierros', 'kevät 2027', state), rounds, ages: agesOf(lights), lights },
    Date.parse(at),
  );

describe('what is said of ages', () => {
  it('is that nothing was reported, in a plan without a round', () => {
    expect(agesStatementOf({ round: null, rounds: [], ages: null, lights: [] }, 0)).toBeNull();
  });

  it('changes at midnight in Finland after the last day', () => {
    expect(say([given], 'open', '2027-06-18T20:59:59.999Z')?.kind).toBe('open');
    expect(say([given], 'open', '2027-06-18T21:00:00.000Z')?.kind).toBe('overdue');
    expect(say([given], 'closed', '2027-06-18T21:00:00.000Z')?.kind).toBe('closed');
  });

  it('tells of how many rounds the carried lights are, and the oldest year', () => {
    expect(say([given, old('vanha'), old('vanhin')], 'closed')?.carriedFrom).toEqual({ rounds: 2, oldest: 2023 });
    expect(say([given, old('vanha'), old('vanha')], 'closed')?.carriedFrom).toEqual({ rounds: 1, oldest: 2025 });
    expect(say([given], 'closed')?.carriedFrom).toEqual({ rounds: 0, oldest: null });
  });

  it('is of a document only where all answers are', () => {
    const loaded = makeLight('a', 'done', { origin: 'document' });
    expect(say([loaded, makeLight('c', null)], 'closed')?.kind).toBe('document');
    expect(say([loaded, given], 'closed')?.kind).toBe('closed');
    expect(say([makeLight('c', null)], 'closed')?.kind).toBe('closed');
  });

  it('tells apart what was not asked', () => {
    expect(say([given, makeLight('c', null, { isAsked: false })], 'closed')).toMatchObject({
      added: 1,
      ages: { asked: 1, never: 0 },
    });
    expect(say([given, { ...old('vanhin'), isAsked: false }], 'closed')?.carriedFrom.rounds).toBe(0);
  });
});
