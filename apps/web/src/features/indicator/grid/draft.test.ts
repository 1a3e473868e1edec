import { describe, expect, it } from 'vitest';
import type { IndicatorValue } from '@vointi/shared/indicator/contract.ts';
import { draftOf, isSameDraft, translate, typeInto, withTranslation, type Draft } from './draft.ts';

const origin = { source: { fi: 'Tilastokeskus' }, sourceId: 'tk:1', licence: 'CC BY 4.0' };
const cellKey = { period: '2024', ageGroup: null, sex: null, area: 'municipality', version: 3 } as const;
const from = { origin, language: 'fi', missing: 'ei lukua' } as const;
const inherited: IndicatorValue = {
  kind: 'number',
  value: 10.5,
  note: null,
  isUncertain: false,
  ...origin,
  ...cellKey,
};
const own: IndicatorValue = {
  ...inherited,
  source: { fi: 'Kaupunki', sv: 'Staden' },
  sourceId: null,
  licence: null,
  note: { fi: 'Ennakko' },
  isUncertain: true,
};
const noMetadata = { source: null, sourceId: null, licence: null, note: null, isUncertain: false };

describe('a stored value', () => {
  it('keeps only the metadata that differs from the indicator’s', () => {
    expect(draftOf(inherited, from)).toEqual({ text: '10,5', localizedText: null, metadata: noMetadata });
    expect(draftOf(own, from).metadata).toEqual({
      ...noMetadata,
      source: own.source,
      note: own.note,
      isUncertain: true,
    });
    expect(draftOf(null, from)).toEqual({ text: '', localizedText: null, metadata: noMetadata });
  });
});

describe('a source of its own with the name of the indicator’s', () => {
  it('stays its own when it lacks what would be inherited', () => {
    for (const lacking of [{ licence: null }, { sourceId: null }, { licence: 'Oma lupa', sourceId: null }]) {
      const { source, sourceId, licence } = { ...inherited, ...lacking };
      expect(draftOf({ ...inherited, ...lacking }, from).metadata).toEqual({
        ...noMetadata,
        source,
        sourceId,
        licence,
      });
    }
  });

  it('counts as inherited when noMetadata is lacking', () => {
    const metadata = { ...noMetadata, licence: 'Oma lupa' };
    expect(draftOf({ ...inherited, licence: 'Oma lupa' }, from).metadata).toEqual(metadata);
  });
});

describe('typing over a value', () => {
  const stored = draftOf(own, from);
  const type = (text: string, now: Draft = stored) => typeInto(text, { now, stored, kind: 'number', language: 'fi' });

  it('drops the metadata of the stored value', () => {
    expect(type('11')).toEqual({ text: '11', localizedText: null, metadata: noMetadata });
  });

  it('keeps the metadata added since to the new value', () => {
    const metadata = { ...noMetadata, source: { fi: 'Oma laskenta' } };
    expect(type('12', { ...type('11'), metadata }).metadata).toEqual(metadata);
    expect(type('', { ...type('11'), metadata }).metadata).toEqual(noMetadata);
  });

  it('restores the stored metadata when the stored text is typed again', () => {
    expect(type('10,5', type('11'))).toEqual(stored);
  });
});

describe('a text in three languages', () => {
  const value: IndicatorValue = { ...inherited, kind: 'text', value: { fi: 'kasvaa', sv: 'växer', en: 'grows' } };
  const stored = draftOf(value, from);

  it('keeps the other languages when one is typed', () => {
    const now = typeInto('laskee', { now: stored, stored, kind: 'text', language: 'fi' });
    expect(now.localizedText).toEqual({ fi: 'laskee', sv: 'växer', en: 'grows' });
    const swedish = draftOf(value, { ...from, language: 'sv' });
    expect(typeInto('minskar', { now: swedish, stored: swedish, kind: 'text', language: 'sv' }).localizedText).toEqual({
      fi: 'kasvaa',
      sv: 'minskar',
      en: 'grows',
    });
  });

  it('sets the Finnish text too when none exists', () => {
    const none = draftOf(null, from);
    expect(typeInto('klart', { now: none, stored: none, kind: 'text', language: 'sv' }).localizedText).toEqual({
      fi: 'klart',
      sv: 'klart',
    });
  });

  it('takes a translation beside the cell, and shows the language of the page', () => {
    expect(translate(stored, 'sv', 'ökar', 'fi')).toMatchObject({
      text: 'kasvaa',
      localizedText: { fi: 'kasvaa', sv: 'ökar' },
    });
    expect(translate(stored, 'fi', 'nousee', 'fi').text).toBe('nousee');
    expect(translate(stored, 'fi', '', 'fi')).toBe(stored);
  });
});

it('compares drafts regardless of the order of their languages', () => {
  const one = draftOf({ ...own, note: { fi: 'a', sv: 'b', en: 'c' } }, from);
  expect(isSameDraft(one, draftOf({ ...own, note: { en: 'c', sv: 'b', fi: 'a' } }, from))).toBe(true);
  expect(isSameDraft(one, draftOf(own, from))).toBe(false);
});

it('drops a text that has no Finnish', () => {
  expect(withTranslation(null, 'fi', ' Kaupunki ')).toEqual({ fi: 'Kaupunki' });
  expect(withTranslation({ fi: 'Kaupunki' }, 'sv', 'Staden')).toEqual({ fi: 'Kaupunki', sv: 'Staden' });
  expect(withTranslation({ fi: 'Kaupunki', sv: 'Staden' }, 'sv', '')).toEqual({ fi: 'Kaupunki' });
  expect(withTranslation({ fi: 'Kaupunki', sv: 'Staden' }, 'fi', ' ')).toBeNull();
});
