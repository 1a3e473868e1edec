import type { Indicator } from '@vointi/shared/indicator/contract.ts';
import type { TrendVerdict } from '@vointi/shared/indicator/trend-contract.ts';
import { useTranslations } from 'use-intl';
import { useLanguage } from '../../lib/intl.tsx';
import { Icon } from '../../ui/icon.tsx';
import styles from './trend-line.module.css';
import { numberText, periodText } from './value-text.ts';

type Props = {
  trend: TrendVerdict;
  indicator: Pick<Indicator, 'unit' | 'decimals' | 'direction' | 'values'>;
};

const arrows = { up: 'up', down: 'down', flat: 'flat' } as const;

type DirectionProps = {
  trend: TrendVerdict;
  /** True: the value itself is the direction and stands beside it. */
  isDirectionShown?: boolean;
};

/** The direction as a word and an arrow, whether or not it is good. */
export function TrendDirection({ trend, isDirectionShown = false }: DirectionProps) {
  const t = useTranslations('indicatorPage.trend');
  const indicator = useTranslations('indicator.trend');
  if (trend.basis === 'none') return null;
  const { move, tone } = trend;
  if (isDirectionShown && (move === 'flat' || tone === 'neutral')) return null;
  return (
    <span className={styles['direction']} data-tone={move === 'flat' ? 'neutral' : tone}>
      <Icon name={arrows[move]} />
      {[!isDirectionShown && indicator(move), move !== 'flat' && tone !== 'neutral' && t(`tone.${tone}`)]
        .filter(Boolean)
        .join(' · ')}
    </span>
  );
}

/** The rule by which the direction was computed, or why there is none. */
export function TrendRule({ trend, indicator }: Props) {
  const t = useTranslations('indicatorPage.trend');
  const language = useLanguage();
  const { direction } = indicator;
  if (trend.basis === 'none') {
    const { why, count, needed, since } = trend;
    // A figure without a period also counts.
    const isUndated = why === 'no_values' && indicator.values.some(({ kind }) => kind === 'number');
    return (
      <p className={styles['rule']}>
        {t(`why.${isUndated ? 'undated' : why}`, {
          count,
          needed,
          since: since === null ? '' : periodText(since, language),
        })}
      </p>
    );
  }
  if (trend.basis === 'stated') {
    return (
      <div>
        <TrendDirection trend={trend} />
        <p className={styles['rule']}>{t('stated', { direction })}</p>
      </div>
    );
  }
  const value = (number: number) => numberText(number, indicator, language);
  return (
    <div>
      <TrendDirection trend={trend} />
      <p className={styles['rule']}>
        {t('rule', {
          direction,
          latest: value(trend.latest.value),
          latestPeriod: periodText(trend.latest.period, language),
          previous: value(trend.previous.value),
          previousPeriod: periodText(trend.previous.period, language),
          count: trend.count,
          since: periodText(trend.since, language),
          lowest: value(trend.lowest.value),
          highest: value(trend.highest.value),
        })}
      </p>
    </div>
  );
}
