import type { Catalogue } from '@vointi/shared/indicator/read-contract.ts';
import { useTranslations } from 'use-intl';
import { buttonClass } from '../../../ui/button.tsx';
import { cataloguePath } from '../../../domain/paths.ts';
import styles from './catalogue.module.css';
import { writeSearch, type CatalogueSearch } from './catalogue-search.ts';

/** Links, so that a page of the list can be shared and opened beside another. */
export function Pages({ catalogue: { page, pages, plan }, search }: { catalogue: Catalogue; search: CatalogueSearch }) {
  const t = useTranslations('indicatorPage');
  if (pages <= 1) return null;
  const href = (to: number) =>
    cataloguePath(plan.municipality.slug, plan.year, writeSearch({ ...search, page: String(to) }));
  return (
    <nav aria-label={t('pages')} className={styles['pages']}>
      {page > 1 && (
        <a href={href(page - 1)} rel="prev" className={buttonClass({})}>
          {t('previous')}
        </a>
      )}
      <span>{t('page', { page, pages })}</span>
      {page < pages && (
        <a href={href(page + 1)} rel="next" className={buttonClass({})}>
          {t('next')}
        </a>
      )}
    </nav>
  );
}
