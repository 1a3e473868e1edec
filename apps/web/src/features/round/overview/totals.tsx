import type { AnswerCounts } from '@vointi/shared/round/rules.ts';
import { answerStates, type RoundState } from '@vointi/shared/round/state.ts';
import { useTranslations } from 'use-intl';
import { useFormat } from '../../../lib/format.ts';
import { AnswerBar, AnswerMark } from '../answer-bar.tsx';
import styles from './overview.module.css';

/** The counts of answers by state, and their bar. */
export function Totals({ counts, state }: { counts: AnswerCounts; state: RoundState }) {
  const t = useTranslations('round');
  const format = useFormat();
  if (state === 'planned') return <p className={styles['asks']}>{t('asks', { count: counts.total })}</p>;
  return (
    <section aria-label={t('totals')} className={styles['totals']}>
      <dl className={styles['figures']}>
        {answerStates.map((one) => (
          <div key={one}>
            <dt>
              <AnswerMark state={one} />
              {t(`answer.${one}`)}
            </dt>
            <dd>{format.number(counts[one])}</dd>
          </div>
        ))}
        <div className={styles['sum']}>
          <dt>{t('answer.total')}</dt>
          <dd>{format.number(counts.total)}</dd>
        </div>
      </dl>
      <AnswerBar counts={counts} size="l" />
    </section>
  );
}
