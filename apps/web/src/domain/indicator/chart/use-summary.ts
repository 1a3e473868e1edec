import { useTranslations } from 'use-intl';
import type { ChartModel } from './model.ts';
import { summaryOf } from './summary.ts';
import type { ChartWords } from './use-chart-words.ts';

export function useSummary(): (model: ChartModel, words: ChartWords) => string {
  const t = useTranslations('indicatorPage.summary');
  return (model, words) => {
    const { key, values } = summaryOf(model, words);
    return t(key, values);
  };
}
