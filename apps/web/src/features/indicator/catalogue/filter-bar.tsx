import type { Catalogue } from '@vointi/shared/indicator/read-contract.ts';
import { useTranslations } from 'use-intl';
import { useText } from '../../../lib/text.tsx';
import { FilterMenu } from '../../../ui/filter-menu.tsx';
import { SearchField } from '../../../ui/search-field.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import { useAgeGroupWord } from '../../../domain/measure/words.ts';
import styles from './catalogue.module.css';
import type { CatalogueSearch } from './catalogue-search.ts';
import type { ChangeSearch } from './use-catalogue-search.ts';

type Props = { catalogue: Catalogue; search: CatalogueSearch; change: ChangeSearch };

export function FilterBar({ catalogue: { facets }, search, change }: Props) {
  const t = useTranslations('indicatorPage');
  const plan = useTranslations('plan');
  const say = useText();
  const ageWord = useAgeGroupWord();
  const words = { all: t('all'), chosen: (count: number) => plan('chosen', { count }) };
  return (
    <search aria-label={t('filters')} className={styles['bar']}>
      <FilterMenu
        label={t('ageGroup')}
        words={words}
        choices={facets.ageGroup.map(({ value, count }) => ({ value, label: ageWord(value), count }))}
        chosen={search.ageGroup}
        onChange={(ageGroup) => change({ ageGroup })}
      />
      <FilterMenu
        label={t('goal')}
        words={words}
        choices={facets.goal.map(({ value, count }) => {
          const { children, lang } = say.in(value.shortName);
          return { value: value.slug, label: children, lang, count };
        })}
        chosen={search.goal}
        onChange={(goal) => change({ goal })}
      />
      <FilterMenu
        label={t('source')}
        words={words}
        choices={facets.source.map(({ value, count }) => {
          const { children, lang } = say.in(value);
          return { value: value.fi, label: children, lang, count };
        })}
        chosen={search.source}
        onChange={(source) => change({ source })}
      />
      <Segmented
        label={t('data')}
        segments={[
          { value: 'all', label: t('all') },
          {
            value: 'true',
            label: t('withData'),
            count: facets.hasData.true,
            disabled: isNone(facets.hasData.true, search.hasData === 'true'),
          },
          {
            value: 'false',
            label: t('withoutData'),
            count: facets.hasData.false,
            disabled: isNone(facets.hasData.false, search.hasData === 'false'),
          },
        ]}
        chosen={search.hasData ?? 'all'}
        onChoose={(value) => change({ hasData: value === 'all' ? undefined : value })}
      />
      <SearchField
        label={t('search')}
        placeholder={t('search')}
        value={search.q ?? ''}
        onSearch={(q, how) => change({ q: q || undefined }, how)}
      />
    </search>
  );
}

const isNone = (count: number, isChosen: boolean) => count === 0 && !isChosen;
