import type { IndicatorDetail } from '@vointi/shared/indicator/read-contract.ts';
import { useTranslations } from 'use-intl';
import { useLocalizedText } from '../../../lib/text.tsx';
import { Section } from '../../../ui/detail.tsx';
import { goalPath, termPath } from '../../../domain/paths.ts';
import { MeasureRow, MeasureRows } from '../../../domain/measure/measure-rows.tsx';
import styles from './indicator-view.module.css';

/** The goals, measures and findings that the indicator belongs to. */
export function LinkedItems({ indicator }: { indicator: IndicatorDetail }) {
  const t = useTranslations('indicatorPage');
  const localize = useLocalizedText();
  const { plan, goals, measures, termMeasures, findings } = indicator;
  const href = { municipality: plan.municipality.slug, year: plan.year };
  const isEmpty = goals.length + measures.length + termMeasures.length === 0;
  return (
    <>
      <Section title={t('follows')}>
        {isEmpty && <p>{t('followsNothing')}</p>}
        {goals.length > 0 && (
          <>
            <h3 className={styles['head']}>{t('goals')}</h3>
            <ul className={styles['list']}>
              {goals.map((goal) => (
                <li key={goal.slug}>
                  <a href={goalPath(href.municipality, href.year, goal.slug)} {...localize.in(goal.shortName)} />
                </li>
              ))}
            </ul>
          </>
        )}
        {measures.length > 0 && (
          <>
            <h3 className={styles['head']}>{t('measures')}</h3>
            <MeasureRows>
              {measures.map((measure) => (
                <MeasureRow key={measure.code} href={href} measure={measure} status={measure.status}>
                  {measure.via === 'set' && <> · {t('viaSet')}</>}
                </MeasureRow>
              ))}
            </MeasureRows>
          </>
        )}
        {termMeasures.length > 0 && (
          <>
            <h3 className={styles['head']}>{t('termMeasures')}</h3>
            <ul className={styles['list']}>
              {termMeasures.map(({ code, text }) => (
                <li key={code}>
                  <a href={termPath(href.municipality, href.year)} {...localize.in(text)} />
                </li>
              ))}
            </ul>
          </>
        )}
      </Section>
      {findings.length > 0 && (
        <Section title={t('findings')}>
          <ul className={styles['list']}>
            {findings.map(({ slug, text }) => (
              <li key={slug}>
                <a href={`/${href.municipality}/${href.year}/findings`} {...localize.in(text)} />
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
