import type { MunicipalityCard } from '@vointi/shared/municipality/contract.ts';
import { useTranslations } from 'use-intl';
import { useFormat } from '../../lib/format.ts';
import { useLocalizedText } from '../../lib/text.tsx';
import { Hidden } from '../../ui/hidden.tsx';
import { Tag } from '../../ui/tag.tsx';
import { useAgesText } from '../../domain/measure/ages.tsx';
import { StatusBar, useStatusCountText } from '../../domain/measure/status-bar.tsx';
import { boardPath } from '../../domain/paths.ts';
import styles from './list-page.module.css';

/** A municipality: the state of its newest plan, and links to earlier ones. */
export function MunicipalityItem({ municipality }: { municipality: MunicipalityCard }) {
  const t = useTranslations('municipality');
  const app = useTranslations('app');
  const localize = useLocalizedText();
  const format = useFormat();
  const countText = useStatusCountText();
  const agesText = useAgesText();
  const { slug, name, isFictional, plans } = municipality;
  const [newest, ...earlier] = plans;
  if (!newest) return null;
  return (
    <li className={styles['item']}>
      <div className={styles['head']}>
        <h2 {...localize.in(name)} />
        {isFictional && <Tag>{app('fictional')}</Tag>}
      </div>
      <a href={boardPath(slug, newest.year)} className={styles['newest']}>
        <span>
          <Hidden>{localize(name)}: </Hidden>
          {t('latest', { year: String(newest.year) })}
        </span>
        <span className={styles['count']}>{t('measures', { count: newest.counts.total })}</span>
      </a>
      <StatusBar counts={newest.counts} />
      <p className={styles['summary']}>{countText(newest.counts)}</p>
      <p className={styles['summary']}>{agesText({ ...newest, rounds: [], lights: [] })[0]}</p>
      <p className={styles['summary']}>{t('updated', { when: format.date(newest.updatedAt) })}</p>
      {earlier.length > 0 && (
        <p className={styles['earlier']}>
          {t('earlier')}
          {earlier.map(({ year }) => (
            <a key={year} href={boardPath(slug, year)}>
              {year}
            </a>
          ))}
        </p>
      )}
    </li>
  );
}
