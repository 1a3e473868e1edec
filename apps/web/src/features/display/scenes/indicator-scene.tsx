import type { ScreenIndicator } from '@vointi/shared/display/contract.ts';
import { isReached } from '@vointi/shared/display/target.ts';
import type { CSSProperties } from 'react';
import { useTranslations } from 'use-intl';
import { useFormat } from '../../../lib/format.ts';
import { useLanguage } from '../../../lib/intl.tsx';
import { useLocalizedText } from '../../../lib/text.tsx';
import { content } from '../layout/geometry.ts';
import { widthOf } from '../layout/text-width.ts';
import { periodText } from '../../../domain/indicator/value-text.ts';
import { useAgeGroupWord } from '../../../domain/measure/text.ts';
import type { StepOf } from '../steps/types.ts';
import { Arrow } from './arrow.tsx';
import { Head } from './head.tsx';
import styles from './indicator-scene.module.css';
import { Sparkline } from './sparkline.tsx';

/** One figure as large as fits, with its trend and target. */
export function IndicatorScene({ step: { indicator, headline, height } }: { step: StepOf<'indicators'> }) {
  const localize = useLocalizedText();
  const hasLine = indicator.series.filter(({ value }) => value !== null).length > 1;
  return (
    <>
      <Head text={headline.text} lang={localize.in(indicator.name).lang} />
      <div className={styles['body']} style={{ '--h': height } as CSSProperties}>
        <div className={styles['now']}>
          <Figure indicator={indicator} width={hasLine ? besideLine : content.width} />
          <Trend indicator={indicator} />
          <Target indicator={indicator} />
        </div>
        {hasLine && <Sparkline indicator={indicator} />}
      </div>
    </>
  );
}

/** A short unit stands beside the large figure, a longer one below it. */
const isShort = (unit: string) => unit.length <= 4;

/** The figure's width beside a sparkline, in hundredths of the screen's height. */
const besideLine = 76;
const unitSize = 0.4;

/** The largest font size with which figure and unit fit on one line. Every digit counts as the widest. */
const sizeIn = (width: number, figure: string, unit: string) =>
  width / (widthOf(figure.replaceAll(/\d/g, '0')) + (unit ? widthOf(` ${unit}`) * unitSize : 0));

function Figure({ indicator, width }: { indicator: ScreenIndicator; width: number }) {
  const localize = useLocalizedText();
  const format = useFormat();
  const language = useLanguage();
  const word = useAgeGroupWord();
  const { latest, decimals, unit, ageGroup } = indicator;
  const figure = format.number(latest.value, decimals).replace('-', '−');
  const unitText = unit ? localize(unit) : '';
  const beside = isShort(unitText) ? unitText : '';
  const about = [
    !beside && unitText,
    latest.period && periodText(latest.period, language),
    ageGroup && word(ageGroup),
  ].filter(Boolean);
  return (
    <p className={styles['figure']} style={{ '--fit': sizeIn(width, figure, beside) } as CSSProperties}>
      {figure}
      {beside && <span className={styles['unit']}> {beside}</span>}
      <span className={styles['period']}>{about.join(' · ')}</span>
    </p>
  );
}

function Trend({ indicator: { trend } }: { indicator: ScreenIndicator }) {
  const t = useTranslations('display.trend');
  if (trend === null) return null;
  const { move, tone } = trend;
  return (
    <p className={styles['line']}>
      <Arrow to={move} />
      {t(move)}
      {tone !== 'neutral' && <b>{t(tone)}</b>}
    </p>
  );
}

function Target({ indicator }: { indicator: ScreenIndicator }) {
  const t = useTranslations('display.target');
  const language = useLanguage();
  const localize = useLocalizedText();
  const format = useFormat();
  const { target, latest, direction, decimals, unit } = indicator;
  if (!target) return null;
  const reached = isReached(latest.value, target.value, direction);
  return (
    <p className={styles['line']}>
      {t('text', {
        period: periodText(target.period, language),
        value:
          format.number(target.value, decimals).replace('-', '−') +
          (unit && isShort(localize(unit)) ? ` ${localize(unit)}` : ''),
      })}
      {reached !== null && <b>{reached ? t('reached') : t('notReached')}</b>}
    </p>
  );
}
