import type { MeasureDetail } from '@vointi/shared/measure/contract.ts';
import { useTranslations } from 'use-intl';
import { LocalizedText, useLocalizedText } from '../../../lib/text.tsx';
import { Fact, Facts } from '../../../ui/detail.tsx';
import { goalPath, termPath } from '../../../domain/paths.ts';
import { TermStatus } from '../../../domain/term/term-status.tsx';
import { useAgeGroupWord } from '../../../domain/measure/text.ts';
import styles from './measure-view.module.css';

/** The goal, term measure and indicators of the measure. */
export function MeasureSide({ measure }: { measure: MeasureDetail }) {
  const t = useTranslations('measurePage');
  const localize = useLocalizedText();
  const ageGroup = useAgeGroupWord();
  const { plan, goal, officialText, termMeasure } = measure;
  const { slug } = plan.municipality;
  return (
    <Facts>
      <Fact name={t('goal')}>
        <a href={goalPath(slug, plan.year, goal.slug)} {...localize.in(goal.name)} />
      </Fact>
      <Fact name={t('ageGroup')}>{ageGroup(measure.ageGroup)}</Fact>
      {officialText && (
        <Fact name={t('official')}>
          <p className={styles['official']} {...localize.in(officialText)} />
        </Fact>
      )}
      {termMeasure && (
        <Fact name={t('term')}>
          <p {...localize.in(termMeasure.text)} />
          <TermStatus status={termMeasure.status} ages={termMeasure.ages} />
          <p className={styles['small']}>
            {t('termParties')}
            <LocalizedText text={termMeasure.partiesText} />
          </p>
          <a href={`${termPath(slug, plan.year)}#${termMeasure.code}`}>{t('toTerm')}</a>
        </Fact>
      )}
    </Facts>
  );
}
