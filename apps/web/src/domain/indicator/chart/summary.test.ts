import type { IndicatorValue } from '@vointi/shared/indicator/contract.ts';
import { ofEverybody } from '@vointi/shared/indicator/testing/of-everybody.ts';
import { createTranslator } from 'use-intl/core';
import { expect, it } from 'vitest';
import en from '../../../locales/en/indicator-page.json';
import fi from '../../../locales/fi/indicator-page.json';
import sv from '../../../locales/sv/indicator-page.json';
import { chartModelOf } from './model.ts';
import { summaryOf } from './summary.ts';

const messages = { fi, sv, en };
const number = (period: string, value: number) => ({ kind: 'number', period, value, ...ofEverybody }) as IndicatorValue;
const texts = { value: String, period: (period: string) => `/${period}/`, who: () => 'kaikki' };

function summarise(language: keyof typeof messages, figures: IndicatorValue[]) {
  const model = chartModelOf({ values: figures, breaks: [], targets: [] }, 'total');
  const { key, values } = summaryOf(model, texts);
  const namespace = 'indicatorPage.summary';
  const onError = (error: Error) => {
    throw error;
  };
  return createTranslator({ locale: language, messages: { indicatorPage: messages[language] }, namespace, onError })(
    key,
    values,
  );
}

it.each([
  ['fi', '3 lukua jaksosta /2021/ alkaen. Pienin 5 (/2023/), suurin 9 (/2022/), viimeisin 5 (/2023/).'],
  ['sv', '3 siffror från och med /2021/. Lägst 5 (/2023/), högst 9 (/2022/), senast 5 (/2023/).'],
  ['en', '3 figures since /2021/. Lowest 5 (/2023/), highest 9 (/2022/), latest 5 (/2023/).'],
] as const)('tells the lowest, highest and latest figure with their periods: %s', (language, text) => {
  expect(summarise(language, [number('2021', 7), number('2022', 9), number('2023', 5)])).toBe(text);
});

it.each(['fi', 'sv', 'en'] as const)('describes one figure and none: %s', (language) => {
  expect(summarise(language, [number('2021', 7)])).toContain('/2021/');
  expect(summarise(language, [])).toBe(messages[language].summary.none);
});
