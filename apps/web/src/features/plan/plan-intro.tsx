import type { Board } from '@vointi/shared/plan/contract.ts';
import { useTranslations } from 'use-intl';
import { useLocalizedText } from '../../lib/text.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { lightsOf, OriginText } from '../../domain/measure/ages.tsx';
import styles from './summary.module.css';

/** The heading of the plan and a sentence that says what it is. */
export function PlanIntro({ board }: { board: Board }) {
  const t = useTranslations('plan');
  const localize = useLocalizedText();
  const year = String(board.year);
  const planName = `${localize(board.municipality.name)} ${year}`;
  return (
    <>
      <PageHeading title={t('pageTitle')} context={planName}>
        <span className={styles['printed']}>{localize(board.municipality.name)}: </span>
        {t('title', { year })}
      </PageHeading>
      <p className={styles['lead']}>
        {t('lead', { measures: board.counts.total, goals: board.goals.length })}{' '}
        <OriginText lights={lightsOf(board.goals.flatMap(({ measures }) => measures))} />
      </p>
    </>
  );
}
