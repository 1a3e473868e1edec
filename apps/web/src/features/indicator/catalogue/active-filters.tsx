import { emptyFilter } from '@vointi/shared/filter/field.ts';
import type { Catalogue } from '@vointi/shared/indicator/read-contract.ts';
import type { AgeGroup } from '@vointi/shared/measure/progress.ts';
import { useTranslations } from 'use-intl';
import { activeFiltersOf, type ActiveFilter as ActiveFilterOf } from '../../../lib/filter-search.ts';
import { useLocalizedText } from '../../../lib/text.tsx';
import { useResultAnnouncement } from '../../../lib/use-result-announcement.ts';
import { FilterChips, type FilterChip } from '../../../ui/filter-chips.tsx';
import { Button } from '../../../ui/button.tsx';
import styles from './catalogue.module.css';
import { filterFields, type CatalogueSearch } from './catalogue-search.ts';
import type { ChangeSearch } from './use-catalogue-search.ts';

type ActiveFilter = ActiveFilterOf<typeof filterFields>;

/** The active filters, in the order of the bar. */
export function useActiveFilters(search: CatalogueSearch, { facets }: Catalogue): ActiveFilter[] {
  const t = useTranslations('indicatorPage');
  const measure = useTranslations('measure');
  const localize = useLocalizedText();
  return activeFiltersOf(filterFields, search, (key, value) => {
    if (key === 'q') return t('searched', { q: value });
    if (key === 'hasData') return t(value === 'true' ? 'withData' : 'withoutData');
    if (key === 'ageGroup') return measure(`ageGroup.${value as AgeGroup}`);
    const option =
      key === 'goal'
        ? facets.goal.find((one) => one.value.slug === value)?.value.shortName
        : facets.source.find((one) => one.value.fi === value)?.value;
    return option ? localize(option) : value;
  });
}

type Props = { filters: readonly ActiveFilter[]; matching: number; total: number; change: ChangeSearch };

/** The number of matching indicators, and the active filters. */
export function ActiveFilters({ filters, matching, total, change }: Props) {
  const t = useTranslations('indicatorPage');
  const count = useResultAnnouncement(
    t('shownAloud', { shown: matching, total }),
    filters.map((filter) => filter.key).join(),
  );
  const chips: FilterChip[] = filters.map((filter) => ({
    key: filter.key,
    label: filter.label,
    name: t('remove', { filter: filter.label }),
    onRemove: () => change(filter.without),
  }));
  return (
    <div className={styles['active']}>
      <p ref={count} tabIndex={-1} className={styles['strong']}>
        {t('shown', { shown: matching, total })}
      </p>
      <FilterChips label={t('active')} chips={chips} />
      {filters.length > 1 && (
        <Button variant="quiet" size="small" onClick={() => change(emptyFilter(filterFields))}>
          {t('clear')}
        </Button>
      )}
    </div>
  );
}
