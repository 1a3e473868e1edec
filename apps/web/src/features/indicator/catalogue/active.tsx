import type { Catalogue } from '@vointi/shared/indicator/read-contract.ts';
import { useTranslations } from 'use-intl';
import { useText } from '../../../lib/text.tsx';
import { useSaidResult } from '../../../lib/use-said-result.ts';
import { Badges, type Badge } from '../../../ui/badges.tsx';
import { Button } from '../../../ui/button.tsx';
import { useAgeGroupWord } from '../../../domain/measure/words.ts';
import styles from './catalogue.module.css';
import { unfiltered, type CatalogueSearch } from './catalogue-search.ts';
import type { ChangeSearch } from './use-catalogue-search.ts';

type ActiveFilter = { key: string; label: string; without: Partial<CatalogueSearch> };

const minus = <V,>(list: readonly V[], value: V) => list.filter((one) => one !== value);

/** The filters in force, one by one, in the order of the bar. */
export function useActiveFilters(search: CatalogueSearch, { facets }: Catalogue): ActiveFilter[] {
  const t = useTranslations('indicatorPage');
  const say = useText();
  const ageWord = useAgeGroupWord();
  const goal = (slug: string) => {
    const found = facets.goal.find(({ value }) => value.slug === slug);
    return found ? say(found.value.shortName) : slug;
  };
  const source = (name: string) => {
    const found = facets.source.find(({ value }) => value.fi === name);
    return found ? say(found.value) : name;
  };
  return [
    ...search.ageGroup.map((value) => ({
      key: `ageGroup=${value}`,
      label: ageWord(value),
      without: { ageGroup: minus(search.ageGroup, value) },
    })),
    ...search.goal.map((value) => ({
      key: `goal=${value}`,
      label: goal(value),
      without: { goal: minus(search.goal, value) },
    })),
    ...search.source.map((value) => ({
      key: `source=${value}`,
      label: source(value),
      without: { source: minus(search.source, value) },
    })),
    ...(search.hasData === undefined
      ? []
      : [
          {
            key: 'hasData',
            label: t(search.hasData === 'true' ? 'withData' : 'withoutData'),
            without: { hasData: undefined },
          },
        ]),
    ...(search.q === undefined ? [] : [{ key: 'q', label: t('searched', { q: search.q }), without: { q: undefined } }]),
  ];
}

type Props = { filters: readonly ActiveFilter[]; matching: number; total: number; change: ChangeSearch };

/** How much of the catalogue is on the page, and why. */
export function Active({ filters, matching, total, change }: Props) {
  const t = useTranslations('indicatorPage');
  const count = useSaidResult(t('shownAloud', { shown: matching, total }), filters.map((filter) => filter.key).join());
  const badges: Badge[] = filters.map((filter) => ({
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
      <Badges label={t('active')} badges={badges} />
      {filters.length > 1 && (
        <Button look="quiet" size="small" onClick={() => change(unfiltered)}>
          {t('clear')}
        </Button>
      )}
    </div>
  );
}
