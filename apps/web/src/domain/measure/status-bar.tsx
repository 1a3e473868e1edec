import type { Status } from '@vointi/shared/measure/progress.ts';
import { useTranslations } from 'use-intl';
import { cx } from '../../ui/cx.ts';
import styles from './status-bar.module.css';
import { statusOrder } from './status.ts';

type StatusCounts = Record<Status, number>;

/** "14 valmis, 36 etenee, 2 eri tilassa" */
export function useStatusCountText(): (counts: StatusCounts) => string {
  const t = useTranslations('measure');
  return (counts) =>
    statusOrder
      .filter((status) => counts[status] > 0)
      .map((status) => t('counted', { count: counts[status], status: t(`many.${status}`, { count: counts[status] }) }))
      .join(', ');
}

type Props = {
  counts: StatusCounts;
  size?: 'm' | 'l';
  /** Chosen statuses; the others fade. */
  chosen?: readonly Status[];
};

/** Shares of the statuses in one bar, which screen readers read as counts. */
export function StatusBar({ counts, size = 'm', chosen = [] }: Props) {
  const countText = useStatusCountText();
  const shownStatuses = statusOrder.filter((status) => counts[status] > 0);
  // Without measures the bar keeps its space.
  if (shownStatuses.length === 0) return <div className={cx(styles['bar'], styles[size])} />;
  return (
    <div role="img" aria-label={countText(counts)} className={cx(styles['bar'], styles[size])}>
      {shownStatuses.map((status) => (
        <span
          key={status}
          className={cx(styles[status], chosen.length > 0 && !chosen.includes(status) && styles['aside'])}
          style={{ flexGrow: counts[status], flexBasis: 0 }}
        />
      ))}
    </div>
  );
}
