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
  /** Of each count, the part that is from earlier rounds; it is drawn thin. */
  carried?: Partial<StatusCounts>;
  size?: 'm' | 'l';
  /** Chosen statuses; the others fade. */
  chosen?: readonly Status[];
};

/** Shares of the statuses in one bar, which screen readers read as counts. */
export function StatusBar({ counts, carried = {}, size = 'm', chosen = [] }: Props) {
  const countText = useStatusCountText();
  const shownStatuses = statusOrder.filter((status) => counts[status] > 0);
  // Without measures the bar keeps its space.
  if (shownStatuses.length === 0) return <div className={cx(styles['bar'], styles[size])} />;
  return (
    <div role="img" aria-label={countText(counts)} className={cx(styles['bar'], styles[size])}>
      {shownStatuses.flatMap((status) => {
        const old = carried[status] ?? 0;
        const shares = [counts[status] - old, old];
        return shares.map(
          (share, index) =>
            share > 0.001 && (
              <span
                key={`${status} ${index}`}
                className={cx(
                  styles[status],
                  index === 1 && styles['carried'],
                  chosen.length > 0 && !chosen.includes(status) && styles['aside'],
                )}
                style={{ flexGrow: share, flexBasis: 0 }}
              />
            ),
        );
      })}
    </div>
  );
}
