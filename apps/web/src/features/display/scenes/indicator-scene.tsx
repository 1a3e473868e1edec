import type { ScreenIndicator } from '@vointi/shared/display/contract.ts';
import { isReached } from '@vointi/shared/display/target.ts';
import type { CSSProperties } from 'react';
import { useTranslations } from 'use-intl';
import { useFormat } from '../../../lib/format.ts';
import { useLanguage } from '../../../lib/intl.tsx';
import { useText } from '../../../lib/text.tsx';
import { periodText } from '../../indicator/value-text.ts';
import { useAgeGroupWord } from '../../measure/words.ts';
import type { StepOf } from '../steps/types.ts';
import { Arrow } from './arrow.tsx';
import { Head } from './head.tsx';
import styles from './indicator-scene.module.css';
import { Sparkline } from './sparkline.tsx';

/** One figure as large as the wall allows; which way it goes, whether that is good, and where it should be. */
export function IndicatorScene({ step: { indicator, headline, height } }: { step: StepOf<'indicators'> }) {
  const say = useText();
  const hasLine = indicator.series.filter(({ value }) => value !== null).length > 1;
  return (
    <>
      <Head text={headline.text} lang={say.in(indicator.name).lang} />
      <div className={styles['body']} style={{ '--h': height } as CSSProperties}>
        <div className={styles['now']}>
          <Figure indicator={indicator} />
          <Trend indicator={indicator} />
          <Target indicator={indicator} />
        </div>
        {hasLine && <Sparkline indicator={indicator} />}
      </div>
    </>
  );
}

/** A unit that stands beside a large figure; a longer one goes below it. */
const isShort = (unit: string) => unit.length <= 4;

function Figure({ indicator }: { indicator: ScreenIndicator }) {
  const say = useText();
  const format = useFormat();
  const language = useLanguage();
  const word = useAgeGroupWord();
  const { latest, decimals, unit, ageGroup } = indicator;
  const figure = format.number(latest.value, decimals).replace('-', '−');
  const said = unit ? say(unit) : '';
  const about = [
    !isShort(said) && said,
    latest.period && periodText(latest.period, language),
    ageGroup && word(ageGroup),
  ].filter(Boolean);
  return (
    <p className={styles['figure']} data-long={figure.length > 6 || undefined}>
      {figure}
      {said && isShort(said) && <span className={styles['unit']}> {said}</span>}
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
  const say = useText();
  const format = useFormat();
  const { target, latest, direction, decimals, unit } = indicator;
  if (!target) return null;
  const reached = isReached(latest.value, target.value, direction);
  return (
    <p className={styles['line']}>
      {t('text', {
        period: periodText(target.period, language),
        value:
          format.number(target.value, decimals).replace('-', '−') + (unit && isShort(say(unit)) ? ` ${say(unit)}` : ''),
      })}
      {reached !== null && <b>{reached ? t('reached') : t('notReached')}</b>}
    </p>
  );
}
