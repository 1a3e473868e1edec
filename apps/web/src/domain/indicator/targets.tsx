import type { Indicator } from '@vointi/shared/indicator/contract.ts';
import { useTranslations } from 'use-intl';
import { useLanguage } from '../../lib/intl.tsx';
import { numberText, periodText } from './value-text.ts';

type Props = { indicator: Pick<Indicator, 'targets' | 'direction' | 'unit' | 'decimals'> };

/** Targets by period, and the good direction. */
export function Targets({ indicator }: Props) {
  const t = useTranslations('indicator');
  const language = useLanguage();
  const texts = indicator.targets.map(({ period, value }) =>
    t('target', {
      period: periodText(period, language),
      value: typeof value === 'number' ? numberText(value, indicator, language) : periodText(value, language),
    }),
  );
  return (
    <>
      {texts.join(' · ')}
      {indicator.direction !== 'neutral' && ` (${t(`direction.${indicator.direction}`)})`}
    </>
  );
}
