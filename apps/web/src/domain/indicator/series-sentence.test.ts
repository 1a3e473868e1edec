import type { IndicatorValue } from '@vointi/shared/indicator/contract.ts';
import type { TrendVerdict } from '@vointi/shared/indicator/trend-contract.ts';
import { createTranslator } from 'use-intl/core';
import { describe, expect, it } from 'vitest';
import en from '../../locales/en/indicator-page.json';
import fi from '../../locales/fi/indicator-page.json';
import sv from '../../locales/sv/indicator-page.json';

import { seriesSentence } from './series-sentence.ts';
import { numberText } from './value-text.ts';

const messages = { fi, sv, en };
const series = { area: 'municipality', ageGroup: null, sex: null } as const;
const fell: TrendVerdict = {
  basis: 'series',
  series,
  move: 'down',
  tone: 'better',
  latest: { period: '2023', value: 11.3 },
  previous: { period: '2022', value: 12.1 },
  change: -0.8,
  lowest: { period: '2023', value: 11.3 },
  highest: { period: '2018', value: 15 },
  count: 6,
  since: '2018',
  extreme: 'lowest',
};
const none: TrendVerdict = { basis: 'none', why: 'too_few', count: 1, needed: 3, since: null };
const value = (more: object): IndicatorValue =>
  ({
    kind: 'number',
    value: 2050,
    period: '2022-12',
    note: null,
    source: null,
    sourceId: null,
    licence: null,
    isUncertain: false,
    version: 1,
    ...series,
    ...more,
  }) as IndicatorValue;

function say(language: keyof typeof messages, trend: TrendVerdict, latest: IndicatorValue | null, unit = '%') {
  const t = createTranslator({
    locale: language,
    messages: { indicatorPage: messages[language] },
    namespace: 'indicatorPage',
  });
  const measured = { unit: { fi: unit }, decimals: unit === '%' ? 1 : 0 };
  const { key, values } = seriesSentence(
    { name: 'Mittari', trend, latest, ...measured },
    {
      language,
      points: t('points'),
      value: (one) => (one.kind === 'number' ? numberText(one.value, measured, language) : one.kind),
    },
  );
  // Treats all non-breaking spaces alike.
  return t(`saying.${key}`, values).replaceAll(/[\u00a0\u202f]/g, ' ');
}

describe('the title of a chart', () => {
  it.each([
    ['fi', 'Mittari: laskua 0,8 prosenttiyksikköä, nyt 11,3 % (2023), alin jaksosta 2018 alkaen'],
    ['sv', 'Mittari: ned 0,8 procentenheter till 11,3 % (2023), lägst sedan 2018'],
    ['en', 'Mittari: fell by 0.8 percentage points to 11.3% (2023), the lowest since 2018'],
  ] as const)('says in %s how a share moved: in percentage points', (language, sentence) => {
    expect(say(language, fell, null)).toBe(sentence);
  });

  it('tells a difference of counts in their unit, and no extreme when there is none', () => {
    const trend: TrendVerdict = {
      ...fell,
      move: 'up',
      change: 1050,
      latest: { period: '2023', value: 2050 },
      extreme: null,
    };
    expect(say('fi', trend, null, 'hlö')).toBe('Mittari: kasvua 1 050 hlö, nyt 2 050 hlö (2023)');
  });

  it('tells the figure and its period when the rule gives no direction', () => {
    expect(say('fi', none, value({}), 'hlö')).toBe('Mittari: 2 050 hlö (joulukuu 2022)');
    expect(say('sv', none, value({}), 'hlö')).toBe('Mittari: 2 050 hlö (december 2022)');
    expect(say('en', none, value({ period: null }), 'hlö')).toBe('Mittari: 2,050 hlö');
  });

  it.each([
    ['fi', 'Mittari: ei lukua'],
    ['sv', 'Mittari: ingen siffra'],
    ['en', 'Mittari: no figure'],
  ] as const)('says in %s that there is no figure', (language, sentence) => {
    expect(say(language, none, null)).toBe(sentence);
    expect(say(language, none, value({ kind: 'missing' }))).toBe(sentence);
  });

  it('repeats the direction that the source states', () => {
    const stated: TrendVerdict = { basis: 'stated', series, move: 'up', tone: 'worse', period: '2022' };
    expect(say('fi', stated, null)).toBe('Mittari: kasvaa (2022)');
    expect(say('en', { ...stated, period: null }, null)).toBe('Mittari: rising');
  });
});
