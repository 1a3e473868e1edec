import type { Catalogue } from '@vointi/shared/indicator/read-contract.ts';
import type { Text } from '@vointi/shared/text/text.ts';
import { useTranslations } from 'use-intl';
import { useLocalizedText } from '../../../lib/text.tsx';
import type { Choice } from '../../../ui/choices.tsx';
import { FilterMenu } from '../../../ui/filter-menu.tsx';
import { SearchField } from '../../../ui/search-field.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import { useAgeGroupWord } from '../../../domain/measure/text.ts';
import styles from './catalogue.module.css';
import type { CatalogueSearch } from './catalogue-search.ts';
import type { ChangeSearch } from './use-catalogue-search.ts';

type Props = { catalogue: Catalogue; search: CatalogueSearch; change: ChangeSearch };

export function FilterBar({ catalogue: { facets }, search, change }: Props) {
  const t = useTranslations('indicatorPage');
  const plan = useTranslations('plan');
  const localize = useLocalizedText();
  const ageWord = useAgeGroupWord();
  const toChoice = (value: string, text: Text, count: number) => {
    const { children, lang } = localize.in(text);
    return { value, label: children, lang, count };
  };
  const words = { all: t('all'), chosen: (count: number) => plan('chosen', { count }) };
  const hasData = search.hasData === undefined ? 'all' : search.hasData ? 'true' : 'false';
  const menus: { key: 'ageGroup' | 'goal' | 'source'; choices: Choice<string>[] }[] = [
    { key: 'ageGroup', choices: facets.ageGroup.map(({ value, count }) => ({ value, label: ageWord(value), count })) },
    { key: 'goal', choices: facets.goal.map(({ value, count }) => toChoice(value.slug, value.shortName, count)) },
    { key: 'source', choices: facets.source.map(({ value, count }) => toChoice(value.fi, value, count)) },
  ];
  return (
    <search aria-label={t('filters')} className={styles['bar']}>
      {menus.map(({ key, choices }) => (
        <FilterMenu
          key={key}
          label={t(key)}
          words={words}
          choices={choices}
          chosen={search[key]}
          onChange={(chosen) => change({ [key]: chosen })}
        />
      ))}
      <Segmented
        label={t('data')}
        segments={[
          { value: 'all', label: t('all') },
          ...(['true', 'false'] as const).map((value) => ({
            value,
            label: t(value === 'true' ? 'withData' : 'withoutData'),
            count: facets.hasData[value],
            disabled: facets.hasData[value] === 0 && hasData !== value,
          })),
        ]}
        chosen={hasData}
        onChoose={(value) => change({ hasData: value === 'all' ? undefined : value === 'true' })}
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
