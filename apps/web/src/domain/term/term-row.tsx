import type { ReactNode } from 'react';
import type { GoalDetail } from '@vointi/shared/goal/contract.ts';
import { useTranslations } from 'use-intl';
import { LocalizedText, useLocalizedText } from '../../lib/text.tsx';
import { MeasureRow, MeasureRows } from '../measure/measure-rows.tsx';
import { TermStatus } from './term-status.tsx';
import styles from './term.module.css';

type Props = { row: GoalDetail['termMeasures'][number]; href: { municipality: string; year: number } };

/** A row of the four-year plan with this year's measures. */
export function TermRow({ row, href }: Props) {
  const t = useTranslations('term');
  const localize = useLocalizedText();
  const { code, text, partiesText, indicators, measures } = row;
  return (
    <li id={code} className={styles['row']}>
      <div className={styles['main']}>
        <TermStatus status={row.status} ages={row.ages} />
        <h3 className={styles['text']} {...localize.in(text)} />
        <p className={styles['small']}>
          {t('parties')} <LocalizedText text={partiesText} />
        </p>
        {indicators.length > 0 && (
          <div className={styles['small']}>
            <p>{t('indicators')}</p>
            <ul className={styles['indicators']}>
              {indicators.map((indicator) => (
                <li key={indicator.slug} {...localize.in(indicator.name)} />
              ))}
            </ul>
          </div>
        )}
      </div>
      <div>
        <p className={styles['head']}>{t('measures', { year: String(href.year), count: measures.length })}</p>
        {measures.length > 0 && (
          <MeasureRows>
            {measures.map((measure) => (
              <MeasureRow key={measure.code} href={href} measure={measure} status={measure.status} />
            ))}
          </MeasureRows>
        )}
      </div>
    </li>
  );
}

export const TermRows = ({ children }: { children: ReactNode }) => <ul className={styles['rows']}>{children}</ul>;
