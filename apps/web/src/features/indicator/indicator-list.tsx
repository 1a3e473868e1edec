import type { Indicator, IndicatorValue } from '@vointi/shared/indicator/contract.ts';
import { useTranslations } from 'use-intl';
import { useLanguage } from '../../lib/intl.tsx';
import { T, useText } from '../../lib/text.tsx';
import { Card, Cards } from '../../ui/detail.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import styles from './indicator-list.module.css';
import { useValueWords } from './use-value-words.ts';
import { ValueTable } from './value-table.tsx';
import { periodText, valueText } from './value-text.ts';

type Props = { indicators: readonly Indicator[]; wide?: boolean };

/** Indicators with the values there are; one without a figure says so. */
export const IndicatorList = ({ indicators, wide = false }: Props) => (
  <Cards wide={wide}>
    {indicators.map((indicator) => (
      <Card key={indicator.slug}>
        <IndicatorFigures indicator={indicator} />
      </Card>
    ))}
  </Cards>
);

/** A few values can stand one by one; a series is a table. */
const few = 3;

type FiguresProps = {
  indicator: Indicator;
  heading?: boolean;
  /** False where what stands around has already said that the period is not known. */
  tellsNoPeriod?: boolean;
};

export function IndicatorFigures({ indicator, heading = true, tellsNoPeriod = true }: FiguresProps) {
  const t = useTranslations('indicator');
  const say = useText();
  const { values, source } = indicator;
  const newest = values.at(-1);
  const shown = values.length <= few ? values : newest ? [newest] : [];
  return (
    <div className={styles['indicator']}>
      {heading ? <h3 {...say.in(indicator.name)} /> : <p className={styles['name']} {...say.in(indicator.name)} />}
      {values.length === 0 && <p className={styles['none']}>{t('noValue')}</p>}
      {shown.length > 0 && (
        <ul className={styles['values']}>
          {shown.map((value, at) => (
            <Value key={at} value={value} indicator={indicator} tellsNoPeriod={tellsNoPeriod} />
          ))}
        </ul>
      )}
      <Targets indicator={indicator} />
      {values.length > few && (
        <Disclosure summary={t('allValues', { count: values.length })}>
          <ValueTable indicator={indicator} />
        </Disclosure>
      )}
      {source && (
        <p className={styles['small']}>
          {t('source')} <T text={source} />
        </p>
      )}
    </div>
  );
}

type ValueProps = { value: IndicatorValue; indicator: Indicator; tellsNoPeriod: boolean };

function Value({ value, indicator, tellsNoPeriod }: ValueProps) {
  const t = useTranslations('indicator');
  const language = useLanguage();
  const { words, who } = useValueWords();
  const isText = value.kind !== 'number';
  const of = who(value);
  const unknown = tellsNoPeriod ? t('noPeriod') : '';
  const about = [value.period === null ? unknown : periodText(value.period, language), of].filter(Boolean);
  return (
    <li>
      <p className={isText ? styles['words'] : styles['figure']}>{valueText(value, indicator, language, words)}</p>
      {about.length > 0 && <p className={styles['small']}>{about.join(' · ')}</p>}
      {value.note && (
        <p className={styles['small']}>
          <T text={value.note} />
        </p>
      )}
    </li>
  );
}

function Targets({ indicator }: { indicator: Indicator }) {
  const t = useTranslations('indicator');
  const language = useLanguage();
  const { words } = useValueWords();
  if (indicator.targets.length === 0) return null;
  const at = { period: null, ageGroup: null, sex: null, area: 'municipality', note: null } as const;
  const texts = indicator.targets.map(({ period, value }) =>
    t('target', {
      period: periodText(period, language),
      value: valueText({ kind: 'number', value, ...at }, indicator, language, words),
    }),
  );
  return (
    <p className={styles['small']}>
      {texts.join(' · ')}
      {indicator.direction !== 'neutral' && ` (${t(`direction.${indicator.direction}`)})`}
    </p>
  );
}
