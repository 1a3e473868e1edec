import type { Desk } from '@vointi/shared/report/contract.ts';
import { useTranslations } from 'use-intl';
import { useText } from '../../lib/text.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { DeskNav } from './desk-nav.tsx';
import styles from './desk.module.css';

/** For whoever sees all departments: whose form? */
export function DeskList({ desks }: { desks: readonly Desk[] }) {
  const t = useTranslations('reporting');
  const say = useText();
  const groups = [...Map.groupBy(desks, ({ municipality }) => municipality.slug).values()];
  return (
    <>
      <header className={styles['head']}>
        <PageHeading title={t('title')}>{t('title')}</PageHeading>
        <p className={styles['lead']}>{t('chooseDepartment')}</p>
      </header>
      {groups.map((some) => {
        const [first] = some;
        return (
          first && (
            <section
              key={first.municipality.slug}
              aria-labelledby={`of-${first.municipality.slug}`}
              className={styles['group']}
            >
              <h2 id={`of-${first.municipality.slug}`}>
                {say(first.municipality.name)} {first.year}
              </h2>
              <DeskNav desks={some} />
            </section>
          )
        );
      })}
    </>
  );
}
