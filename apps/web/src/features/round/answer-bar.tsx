import { answerStates } from '@vointi/shared/round/state.ts';
import type { AnswerCounts } from '@vointi/shared/round/rules.ts';
import { useTranslations } from 'use-intl';
import { cx } from '../../ui/cx.ts';
import styles from './answer-bar.module.css';

/** "52 vastattu, 14 ei muutosta, 3 myöhässä, 20 puuttuu, yhteensä 89" */
export function useAnswerCountText(): (counts: AnswerCounts) => string {
  const t = useTranslations('round');
  return (counts) =>
    [
      ...answerStates
        .filter((state) => counts[state] > 0)
        .map((state) => t(`counted.${state}`, { count: counts[state] })),
      t('counted.total', { count: counts.total }),
    ].join(', ');
}

/** A bar of the answers by state. Its colours are muted, since only lights are saturated. */
export function AnswerBar({ counts, size = 'm' }: { counts: AnswerCounts; size?: 'm' | 'l' }) {
  const countText = useAnswerCountText();
  return (
    <div role="img" aria-label={countText(counts)} className={cx(styles['bar'], styles[size])}>
      {answerStates
        .filter((state) => counts[state] > 0)
        .map((state) => (
          <span key={state} className={styles[state]} style={{ flexGrow: counts[state], flexBasis: 0 }} />
        ))}
    </div>
  );
}

export const AnswerMark = ({ state }: { state: keyof Omit<AnswerCounts, 'total'> }) => (
  <span aria-hidden="true" className={cx(styles['mark'], styles[state])} />
);
