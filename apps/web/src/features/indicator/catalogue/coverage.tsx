import type { Catalogue } from '@vointi/shared/indicator/read-contract.ts';
import { useTranslations } from 'use-intl';
import { useLocalizedText } from '../../../lib/text.tsx';
import { buttonClass } from '../../../ui/button.tsx';
import { Details } from '../../../ui/details.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { measurePath } from '../../../domain/paths.ts';
import styles from './catalogue.module.css';

/** How many measures have no figure, with links for those who may add one. */
export function Coverage({ catalogue: { measures, plan, can } }: { catalogue: Catalogue }) {
  const t = useTranslations('indicatorPage.coverage');
  const localize = useLocalizedText();
  const { slug } = plan.municipality;
  const { total, withoutFigure: without } = measures;
  if (total === 0) return null;
  return (
    <Notice
      className={styles['coverage']}
      actions={
        can.edit &&
        without > 0 && (
          <div className={styles['actions']}>
            <a
              href={`/admin/${slug}/indicators/grid?year=${plan.year}`}
              className={buttonClass({ variant: 'primary' })}
            >
              {t('mend')}
            </a>
            <a href={`/admin/${slug}/indicators?new=true&year=${plan.year}`} className={buttonClass({})}>
              {t('add')}
            </a>
          </div>
        )
      }
    >
      <p className={styles['strong']}>{without === 0 ? t('none', { total }) : t('title', { without, total })}</p>
      {without > 0 && (
        <>
          <p>{t('text')}</p>
          <Details summary={t('list')}>
            <ul className={styles['without']}>
              {measures.without.map(({ code, title }) => (
                <li key={code}>
                  <a href={measurePath(slug, plan.year, code)} {...localize.in(title)} />
                </li>
              ))}
            </ul>
          </Details>
        </>
      )}
    </Notice>
  );
}
