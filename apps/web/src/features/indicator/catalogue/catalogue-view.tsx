import { emptyFilter } from '@vointi/shared/filter/field.ts';
import type { Catalogue } from '@vointi/shared/indicator/read-contract.ts';
import { useTranslations } from 'use-intl';
import { useLocalizedText } from '../../../lib/text.tsx';
import { Lead, Breadcrumbs } from '../../../ui/detail.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { Button } from '../../../ui/button.tsx';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { boardPath } from '../../../domain/paths.ts';
import { ActiveFilters, useActiveFilters } from './active-filters.tsx';
import styles from './catalogue.module.css';
import { filterFields, type CatalogueSearch } from './catalogue-search.ts';
import { Coverage } from './coverage.tsx';
import { FilterBar } from './filter-bar.tsx';
import { Pages } from './pages.tsx';
import { SmallMultiple } from './small-multiple.tsx';
import type { ChangeSearch } from './use-catalogue-search.ts';

type Props = { catalogue: Catalogue; search: CatalogueSearch; change: ChangeSearch; isWaiting: boolean };

export function CatalogueView({ catalogue, search, change, isWaiting }: Props) {
  const t = useTranslations('indicatorPage');
  const app = useTranslations('app');
  const trail = useTranslations('measurePage');
  const localize = useLocalizedText();
  const { plan, total, matching, indicators } = catalogue;
  const { slug, name } = plan.municipality;
  const filters = useActiveFilters(search, catalogue);
  return (
    <article>
      <Breadcrumbs label={trail('trail')} links={[{ href: boardPath(slug, plan.year), children: app('nav.board') }]} />
      <PageHeading title={t('title')} context={`${localize(name)} ${plan.year}`}>
        {t('title')}
      </PageHeading>
      <Lead>{t('lead')}</Lead>
      <Coverage catalogue={catalogue} />
      {total === 0 ? (
        <Empty title={t('empty')}>
          <p>{t('emptyText')}</p>
        </Empty>
      ) : (
        <>
          <FilterBar catalogue={catalogue} search={search} change={change} />
          <ActiveFilters filters={filters} matching={matching} total={total} change={change} />
          {matching === 0 && (
            <Empty
              title={t('nothing')}
              actions={<Button onClick={() => change(emptyFilter(filterFields))}>{t('clear')}</Button>}
            >
              <p>{t('nothingText', { filters: filters.map(({ label }) => label).join(' · ') })}</p>
            </Empty>
          )}
          {indicators.length > 0 && (
            <ul className={styles['grid']} aria-label={t('list')} aria-busy={isWaiting}>
              {indicators.map((indicator) => (
                <SmallMultiple
                  key={indicator.id}
                  indicator={indicator}
                  href={{ municipality: slug, year: plan.year }}
                />
              ))}
            </ul>
          )}
          <Pages catalogue={catalogue} search={search} />
        </>
      )}
    </article>
  );
}
