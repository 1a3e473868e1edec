import type { RoundState } from '@vointi/shared/round/state.ts';
import { useTranslations } from 'use-intl';
import { useFormat } from '../../../lib/format.ts';
import { AnswerBar, AnswerMark, partsOf, type ShownCounts } from '../answer-bar.tsx';
import styles from './overview.module.css';

/** The counts of answers by state, and their bar. */
export function Totals({ counts, state }: { counts: ShownCounts; state: RoundState }) {
  const t = useTranslations('round');
  const format = useFormat();
  if (state === 'planned') return <p className={styles['asks']}>{t('asks', { count: counts.total })}</p>;
  return (
    <section aria-label={t('totals')} className={styles['totals']}>
      <dl className={styles['figures']}>
        {partsOf(counts)
          .filter(({ part, count }) => part !== 'waiting' || count > 0)
          .map(({ part, count }) => (
            <div key={part}>
              <dt>
                <AnswerMark part={part} />
                {t(`answer.${part}`)}
              </dt>
              <dd>{format.number(count)}</dd>
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
