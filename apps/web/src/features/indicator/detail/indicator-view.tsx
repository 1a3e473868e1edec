import type { IndicatorDetail } from '@vointi/shared/indicator/read-contract.ts';
import { latestOf } from '@vointi/shared/indicator/series.ts';
import { useTranslations } from 'use-intl';
import { useLanguage } from '../../../lib/intl.tsx';
import { LocalizedText, useLocalizedText } from '../../../lib/text.tsx';
import { buttonClass } from '../../../ui/button.tsx';
import { Columns, Section, Breadcrumbs } from '../../../ui/detail.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { boardPath, cataloguePath } from '../../../domain/paths.ts';
import { useSeriesSentence } from '../../../domain/indicator/use-series-sentence.ts';
import { ValueTable } from '../../../domain/indicator/value-table.tsx';
import { periodText } from '../../../domain/indicator/value-text.ts';
import { ChartPanel } from './chart-panel.tsx';
import { LinkedItems } from './linked-items.tsx';
import styles from './indicator-view.module.css';
import { IndicatorSide } from './side.tsx';

export function IndicatorView({ indicator }: { indicator: IndicatorDetail }) {
  const t = useTranslations('indicatorPage');
  const app = useTranslations('app');
  const trail = useTranslations('measurePage');
  const localize = useLocalizedText();
  const sentenceOf = useSeriesSentence();
  const { plan, name, values, can, breaks } = indicator;
  const { slug, name: municipality } = plan.municipality;
  const title = sentenceOf({ ...indicator, latest: latestOf(indicator.values, indicator.trend) });
  const language = useLanguage();
  return (
    <article>
      <Breadcrumbs
        label={trail('trail')}
        links={[
          { href: boardPath(slug, plan.year), children: app('nav.board') },
          { href: cataloguePath(slug, plan.year), children: app('nav.indicators') },
        ]}
      />
      <PageHeading title={localize(name)} context={`${localize(municipality)} ${plan.year}`} {...localize.in(name)} />
      {can.edit && (
        <p className={styles['edit']}>
          <a
            href={`/admin/${slug}/indicators/edit/${indicator.slug}?year=${plan.year}`}
            className={buttonClass({ size: 'small' })}
          >
            {t('edit')}
          </a>
        </p>
      )}
      <Columns side={<IndicatorSide indicator={indicator} />}>
        <ChartPanel indicator={indicator} title={title} />
        <ReliabilityNotices indicator={indicator} />
        {breaks.length > 0 && (
          <Section title={t('breaks')}>
            <ul className={styles['list']}>
              {breaks.map((one) => (
                <li key={one.period}>
                  <b>{periodText(one.period, language)}</b>: <LocalizedText text={one.note} />
                </li>
              ))}
            </ul>
          </Section>
        )}
        {values.length > 0 && (
          <Section title={t('table')}>
            <ValueTable indicator={indicator} />
          </Section>
        )}
        <LinkedItems indicator={indicator} />
      </Columns>
    </article>
  );
}

/** Notices of uncertain and of hidden figures. */
function ReliabilityNotices({ indicator: { values, hidden } }: { indicator: IndicatorDetail }) {
  const t = useTranslations('indicatorPage');
  const language = useLanguage();
  const uncertain = values.filter(({ isUncertain }) => isUncertain);
  const periods = [
    ...new Set(uncertain.flatMap(({ period }) => (period === null ? [] : [periodText(period, language)]))),
  ];
  return (
    <>
      {uncertain.length > 0 && (
        <Notice className={styles['notice']}>
          <p className={styles['strong']}>{t('uncertainTitle')}</p>
          <p>{t('uncertainText', { periods: periods.join(', ') })}</p>
          {[...new Map(uncertain.map(({ note }) => [note?.fi, note])).values()].map(
            (note) =>
              note && (
                <p key={note.fi}>
                  <LocalizedText text={note} />
                </p>
              ),
          )}
        </Notice>
      )}
      {hidden.suppressed > 0 && (
        <Notice className={styles['notice']}>
          <p className={styles['strong']}>{t('hiddenTitle')}</p>
          <p>{t('hiddenText', { count: hidden.suppressed, smallest: hidden.smallestShown })}</p>
          {hidden.seesAll && <p>{t('hiddenSeen')}</p>}
        </Notice>
      )}
    </>
  );
}
