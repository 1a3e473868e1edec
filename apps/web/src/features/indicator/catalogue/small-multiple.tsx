import type { IndicatorSummary } from '@vointi/shared/indicator/read-contract.ts';
import { useTranslations } from 'use-intl';
import { useLanguage } from '../../../lib/intl.tsx';
import { LocalizedText, useLocalizedText } from '../../../lib/text.tsx';
import { indicatorPath } from '../../../domain/paths.ts';
import { Sparkline } from '../sparkline.tsx';
import { TrendDirection } from '../../../domain/indicator/trend-line.tsx';
import { useValueTexts } from '../../../domain/indicator/use-value-texts.ts';
import { periodText, valueText } from '../../../domain/indicator/value-text.ts';
import styles from './catalogue.module.css';

type Props = { indicator: IndicatorSummary; href: { municipality: string; year: number } };

/** An indicator: its latest value, a sparkline and its source. */
export function SmallMultiple({ indicator, href }: Props) {
  const t = useTranslations('indicatorPage');
  const indicatorText = useTranslations('indicator');
  const localize = useLocalizedText();
  const { slug, name, points, breaks, trend, source, licence, valueCount, latest } = indicator;
  // The value that is shown may have a source other than the indicator's.
  const from = latest ?? { source, licence };
  const drawn = points.filter(({ value }) => value !== null).length;
  return (
    <li className={styles['card']}>
      <h2 className={styles['name']}>
        <a href={indicatorPath(href.municipality, href.year, slug)} {...localize.in(name)} />
      </h2>
      <div className={styles['middle']}>
        <Latest indicator={indicator} />
        {drawn > 1 && <Sparkline points={points} breaks={breaks} />}
      </div>
      <p className={styles['small']}>
        <TrendDirection trend={trend} isDirectionShown={latest?.kind === 'trend'} />
        {latest !== null && valueCount > 1 && <span>{t('pointCount', { count: valueCount })}</span>}
      </p>
      {from.source && (
        <p className={styles['source']}>
          {indicatorText('source')} <LocalizedText text={from.source} />
          {from.licence && ` (${from.licence})`}
        </p>
      )}
    </li>
  );
}

function Latest({ indicator: { latest, unit, decimals, regionName } }: { indicator: IndicatorSummary }) {
  const t = useTranslations('indicator');
  const language = useLanguage();
  const { texts, who } = useValueTexts();
  if (!latest || latest.kind === 'missing') return <p className={styles['none']}>{t('noValue')}</p>;
  const about = [
    latest.period === null ? t('noPeriod') : periodText(latest.period, language),
    who(latest, regionName),
    latest.isUncertain && t('uncertain'),
  ].filter(Boolean);
  return (
    <div>
      <p className={latest.kind === 'number' ? styles['figure'] : styles['textValue']}>
        {valueText(latest, { unit, decimals }, language, texts)}
      </p>
      <p className={styles['about']}>{about.join(' · ')}</p>
    </div>
  );
}
