import { describe, expect, it } from 'vitest';
import type { IndicatorValue } from '@vointi/shared/indicator/contract.ts';
import { draftOf, isSameDraft, translate, typeInto, withWord, type Draft } from './draft.ts';

const origin = { source: { fi: 'Tilastokeskus' }, sourceId: 'tk:1', licence: 'CC BY 4.0' };
const place = { period: '2024', ageGroup: null, sex: null, area: 'municipality', version: 3 } as const;
const from = { origin, language: 'fi', missing: 'ei lukua' } as const;
const inherited: IndicatorValue = { kind: 'number', value: 10.5, note: null, isUncertain: false, ...origin, ...place };
const own: IndicatorValue = {
  ...inherited,
  source: { fi: 'Kaupunki', sv: 'Staden' },
  sourceId: null,
  licence: null,
  note: { fi: 'Ennakko' },
  isUncertain: true,
};
const nothing = { source: null, sourceId: null, licence: null, note: null, isUncertain: false };

describe('a stored value', () => {
  it('has for its own only what is not said of the whole indicator', () => {
    expect(draftOf(inherited, from)).toEqual({ text: '10,5', words: null, said: nothing });
    expect(draftOf(own, from).said).toEqual({ ...nothing, source: own.source, note: own.note, isUncertain: true });
    expect(draftOf(null, from)).toEqual({ text: '', words: null, said: nothing });
  });
});

describe('a source of its own that is called as the indicator’s', () => {
  it('stays its own where it lacks what would then be inherited', () => {
    for (const lacking of [{ licence: null }, { sourceId: null }, { licence: 'Oma lupa', sourceId: null }]) {
      const { source, sourceId, licence } = { ...inherited, ...lacking };
      expect(draftOf({ ...inherited, ...lacking }, from).said).toEqual({ ...nothing, source, sourceId, licence });
    }
  });

  it('is the indicator’s where all else is said', () => {
    const said = { ...nothing, licence: 'Oma lupa' };
    expect(draftOf({ ...inherited, licence: 'Oma lupa' }, from).said).toEqual(said);
  });
});

describe('typing over a value', () => {
  const stored = draftOf(own, from);
  const type = (text: string, now: Draft = stored) => typeInto(text, { now, stored, kind: 'number', language: 'fi' });

  it('drops what was said of it', () => {
    expect(type('11')).toEqual({ text: '11', words: null, said: nothing });
  });

  it('keeps what was said since of the new one', () => {
    const said = { ...nothing, source: { fi: 'Oma laskenta' } };
    expect(type('12', { ...type('11'), said }).said).toEqual(said);
    expect(type('', { ...type('11'), said }).said).toEqual(nothing);
  });

  it('back to what it was has all again that was said of it', () => {
    expect(type('10,5', type('11'))).toEqual(stored);
  });
});

describe('a text in three languages', () => {
  const value: IndicatorValue = { ...inherited, kind: 'text', value: { fi: 'kasvaa', sv: 'växer', en: 'grows' } };
  const stored = draftOf(value, from);

  it('keeps its translations when it is typed in one of them', () => {
    const now = typeInto('laskee', { now: stored, stored, kind: 'text', language: 'fi' });
    expect(now.words).toEqual({ fi: 'laskee', sv: 'växer', en: 'grows' });
    const swedish = draftOf(value, { ...from, language: 'sv' });
    expect(typeInto('minskar', { now: swedish, stored: swedish, kind: 'text', language: 'sv' }).words).toEqual({
      fi: 'kasvaa',
      sv: 'minskar',
      en: 'grows',
    });
  });

  it('stands for all of them until it is translated', () => {
    const none = draftOf(null, from);
    expect(typeInto('klart', { now: none, stored: none, kind: 'text', language: 'sv' }).words).toEqual({
      fi: 'klart',
      sv: 'klart',
    });
  });

  it('is translated beside the cell, and the cell shows the language of whoever types', () => {
    expect(translate(stored, 'sv', 'ökar', 'fi')).toMatchObject({
      text: 'kasvaa',
      words: { fi: 'kasvaa', sv: 'ökar' },
    });
    expect(translate(stored, 'fi', 'nousee', 'fi').text).toBe('nousee');
    expect(translate(stored, 'fi', '', 'fi')).toBe(stored);
  });
});

it('two drafts are the same whatever the order of their languages', () => {
  const one = draftOf({ ...own, note: { fi: 'a', sv: 'b', en: 'c' } }, from);
  expect(isSameDraft(one, draftOf({ ...own, note: { en: 'c', sv: 'b', fi: 'a' } }, from))).toBe(true);
  expect(isSameDraft(one, draftOf(own, from))).toBe(false);
});

it('a text without its Finnish words is none', () => {
  expect(withWord(null, 'fi', ' Kaupunki ')).toEqual({ fi: 'Kaupunki' });
  expect(withWord({ fi: 'Kaupunki' }, 'sv', 'Staden')).toEqual({ fi: 'Kaupunki', sv: 'Staden' });
  expect(withWord({ fi: 'Kaupunki', sv: 'Staden' }, 'sv', '')).toEqual({ fi: 'Kaupunki' });
  expect(withWord({ fi: 'Kaupunki', sv: 'Staden' }, 'fi', ' ')).toBeNull();
});
