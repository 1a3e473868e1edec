import type { Indicator, IndicatorValue } from '@vointi/shared/indicator/contract.ts';
import { latestOf } from '@vointi/shared/indicator/series.ts';
import { useTranslations } from 'use-intl';
import { useLanguage } from '../../lib/intl.tsx';
import { LocalizedText, useLocalizedText } from '../../lib/text.tsx';
import { Card, Cards } from '../../ui/detail.tsx';
import { Details } from '../../ui/details.tsx';
import styles from './indicator-list.module.css';
import { indicatorPath } from '../paths.ts';
import { sourcesOf } from './sources.ts';
import { SmallChart } from './small-chart.tsx';
import { Targets } from './targets.tsx';
import { useValueTexts } from './use-value-texts.ts';
import { ValueTable } from './value-table.tsx';
import { periodText, valueText } from './value-text.ts';

type PlanHref = { municipality: string; year: number };
type Props = { indicators: readonly Indicator[]; href: PlanHref; wide?: boolean };

/** Indicators with their values; one without a figure says so. */
export const IndicatorList = ({ indicators, href, wide = false }: Props) => (
  <Cards wide={wide}>
    {indicators.map((indicator) => (
      <Card key={indicator.slug}>
        <IndicatorFigures indicator={indicator} href={href} />
      </Card>
    ))}
  </Cards>
);

/** Up to this many values stand one by one; more become a table. */
const few = 3;

type FiguresProps = {
  indicator: Indicator;
  href: PlanHref;
  heading?: boolean;
  /** False: the surrounding text already says that the period is unknown. */
  tellsNoPeriod?: boolean;
};

export function IndicatorFigures({ indicator, href, heading = true, tellsNoPeriod = true }: FiguresProps) {
  const t = useTranslations('indicator');
  const localize = useLocalizedText();
  const { values, targets } = indicator;
  const newest = latestOf(indicator.values, indicator.trend);
  const single = values.length <= few ? values : newest ? [newest] : [];
  const link = (
    <a href={indicatorPath(href.municipality, href.year, indicator.slug)} {...localize.in(indicator.name)} />
  );
  return (
    <div className={styles['indicator']}>
      {heading ? <h3>{link}</h3> : <p className={styles['name']}>{link}</p>}
      {values.length === 0 && <p className={styles['none']}>{t('noValue')}</p>}
      {single.length > 0 && (
        <ul className={styles['values']}>
          {single.map((value, index) => (
            <Value key={index} value={value} indicator={indicator} tellsNoPeriod={tellsNoPeriod} />
          ))}
        </ul>
      )}
      {targets.length > 0 && (
        <p className={styles['small']}>
          <Targets indicator={indicator} />
        </p>
      )}
      <SmallChart indicator={indicator} />
      {values.length > few && (
        <Details summary={t('allValues', { count: values.length })}>
          <ValueTable indicator={indicator} />
        </Details>
      )}
      {sourcesOf(values, indicator).map(
        ({ source, licence }, index) =>
          source && (
            <p key={index} className={styles['small']}>
              {t('source')} <LocalizedText text={source} />
              {licence && ` (${licence})`}
            </p>
          ),
      )}
    </div>
  );
}

type ValueProps = { value: IndicatorValue; indicator: Indicator; tellsNoPeriod: boolean };

function Value({ value, indicator, tellsNoPeriod }: ValueProps) {
  const t = useTranslations('indicator');
  const language = useLanguage();
  const { texts, who } = useValueTexts();
  const isText = value.kind !== 'number';
  const of = who(value, indicator.regionName);
  const unknown = tellsNoPeriod ? t('noPeriod') : '';
  const about = [
    value.period === null ? unknown : periodText(value.period, language),
    of,
    value.isUncertain && t('uncertain'),
  ].filter(Boolean);
  return (
    <li>
      <p className={isText ? styles['textValue'] : styles['figure']}>{valueText(value, indicator, language, texts)}</p>
      {about.length > 0 && <p className={styles['small']}>{about.join(' · ')}</p>}
      {value.note && (
        <p className={styles['small']}>
          <LocalizedText text={value.note} />
        </p>
      )}
    </li>
  );
}
