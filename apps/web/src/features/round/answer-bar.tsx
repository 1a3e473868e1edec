import type { AnswerCounts } from '@vointi/shared/round/rules.ts';
import { useTranslations } from 'use-intl';
import { cx } from '../../ui/cx.ts';
import styles from './answer-bar.module.css';

/** Counts of answers; staff see how many of the missing ones wait for approval. */
export type ShownCounts = AnswerCounts & { waiting?: number };

const parts = ['answered', 'confirmed', 'late', 'waiting', 'missing'] as const;
export type AnswerPart = (typeof parts)[number];

/** The parts that make up the total; what waits for approval is not shown as missing. */
export const partsOf = ({ waiting = 0, ...counts }: ShownCounts): { part: AnswerPart; count: number }[] =>
  parts.map((part) => ({
    part,
    count: part === 'waiting' ? waiting : part === 'missing' ? counts.missing - waiting : counts[part],
  }));

const filledPartsOf = (counts: ShownCounts) => partsOf(counts).filter(({ count }) => count > 0);

/** "52 vastattu, 14 ei muutosta, 3 myöhässä, 20 puuttuu, yhteensä 89" */
export function useAnswerCountText(): (counts: ShownCounts) => string {
  const t = useTranslations('round');
  return (counts) =>
    [
      ...filledPartsOf(counts).map(({ part, count }) => t(`counted.${part}`, { count })),
      t('counted.total', { count: counts.total }),
    ].join(', ');
}

/** A bar of the answers by state. Its colours are muted, since only lights are saturated. */
export function AnswerBar({ counts, size = 'm' }: { counts: ShownCounts; size?: 'm' | 'l' }) {
  const countText = useAnswerCountText();
  return (
    <div role="img" aria-label={countText(counts)} className={cx(styles['bar'], styles[size])}>
      {filledPartsOf(counts).map(({ part, count }) => (
        <span key={part} className={styles[part]} style={{ flexGrow: count, flexBasis: 0 }} />
      ))}
    </div>
  );
}

export const AnswerMark = ({ part }: { part: AnswerPart }) => (
  <span aria-hidden="true" className={cx(styles['mark'], styles[part])} />
);
