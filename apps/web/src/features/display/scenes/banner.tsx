import { useTranslations } from 'use-intl';
import { useFormat } from '../../../lib/format.ts';
import { cx } from '../../../ui/cx.ts';
import type { Staleness } from '../staleness.ts';
import styles from './banner.module.css';

type Props = { staleness: Staleness; lastHeard: number | null; minutes: number };

/** Says how old the data may be: one line at first, large after a quarter of an hour. */
export function Banner({ staleness, lastHeard, minutes }: Props) {
  const t = useTranslations('display.away');
  const format = useFormat();
  const when = lastHeard === null ? null : format.dateTime(lastHeard);
  return (
    <div role="status">
      {staleness !== 'fresh' && (
        <p className={cx(styles['banner'], styles[staleness])}>
          <svg viewBox="0 0 16 16" aria-hidden="true" focusable="false" className={styles['icon']}>
            <path
              d="M2 2l12 12M5.5 12.5h6a2.5 2.5 0 0 0 .9-4.8M9.5 4.3A4 4 0 0 0 4.3 7 2.8 2.8 0 0 0 3.3 12"
              fill="none"
              stroke="currentColor"
              strokeWidth="1.6"
              strokeLinecap="round"
              strokeLinejoin="round"
            />
          </svg>
          <span>
            <b>{t('title')}</b> {when === null ? t('never') : t('since', { when })}
            {staleness === 'old' && <span className={styles['age']}>{ageText(t, minutes)}</span>}
          </span>
        </p>
      )}
    </div>
  );
}

type Say = ReturnType<typeof useTranslations<'display.away'>>;

const ageText = (t: Say, minutes: number): string =>
  minutes < 120
    ? t('minutes', { count: minutes })
    : minutes < 48 * 60
      ? t('hours', { count: Math.floor(minutes / 60) })
      : t('days', { count: Math.floor(minutes / (24 * 60)) });
