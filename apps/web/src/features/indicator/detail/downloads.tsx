import { exportIndicatorCsv, exportIndicatorJsonStat } from '@vointi/shared/indicator/endpoints.ts';
import type { IndicatorDetail } from '@vointi/shared/indicator/read-contract.ts';
import { useState, type RefObject } from 'react';
import { useTranslations } from 'use-intl';
import { addressOf } from '../../../lib/call.ts';
import { useLanguage } from '../../../lib/intl.tsx';
import { Button, buttonClass } from '../../../ui/button.tsx';
import styles from './indicator-view.module.css';
import type { Caption } from './picture.ts';

type Props = {
  indicator: IndicatorDetail;
  /** The element that contains the chart. */
  chart: RefObject<HTMLElement | null>;
  isDrawn: boolean;
  caption: Caption;
};

/** The figures as files, and the chart as a picture with its title and source. */
export function Downloads({ indicator, chart, isDrawn, caption }: Props) {
  const t = useTranslations('indicatorPage.save');
  const language = useLanguage();
  const [isFailed, setFailed] = useState(false);
  const { slug, plan, kind } = indicator;
  const input = {
    params: { slug: plan.municipality.slug, year: String(plan.year), id: slug },
    query: { lang: language },
  };
  const save = async (format: 'svg' | 'png') => {
    setFailed(false);
    try {
      const { savePicture } = await import('./picture.ts');
      const root = chart.current?.querySelector<HTMLElement>('[data-chart]');
      if (!root) throw new Error('The chart is not drawn.');
      await savePicture(root, caption, format, slug);
    } catch {
      setFailed(true);
    }
  };
  return (
    <div className={styles['save']} role="group" aria-label={t('label')}>
      <a
        href={addressOf(exportIndicatorCsv, input)}
        download={`${slug}.csv`}
        className={buttonClass({ size: 'small' })}
      >
        {t('csv')}
      </a>
      {kind === 'number' && (
        <a
          href={addressOf(exportIndicatorJsonStat, input)}
          download={`${slug}.json`}
          className={buttonClass({ size: 'small' })}
        >
          {t('jsonStat')}
        </a>
      )}
      {isDrawn && (
        <>
          <Button size="small" onClick={() => void save('png')}>
            {t('png')}
          </Button>
          <Button size="small" onClick={() => void save('svg')}>
            {t('svg')}
          </Button>
        </>
      )}
      <p role="status">{isFailed && t('failed')}</p>
    </div>
  );
}
