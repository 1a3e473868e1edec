import { chosenOf, keysOf, toChosen } from '@vointi/shared/filter/field.ts';
import { boardFields } from '@vointi/shared/plan/filter-fields.ts';
import { useMemo, type ComponentType, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useLanguage } from '../../../lib/intl.tsx';
import { useLocalizedText } from '../../../lib/text.tsx';
import { Button } from '../../../ui/button.tsx';
import type { Choice } from '../../../ui/choices.tsx';
import { FilterMenu } from '../../../ui/filter-menu.tsx';
import { SearchField } from '../../../ui/search-field.tsx';
import { Light } from '../../../domain/measure/light.tsx';
import { statusOrder } from '../../../domain/measure/status.ts';
import { useStatusWord } from '../../../domain/measure/text.ts';
import type { BoardSearch } from '../board-search.ts';
import { AgeGroups } from './age-groups.tsx';
import styles from './filter-bar.module.css';
import type { FilterProps } from './filter-props.ts';
import { fieldOf, optionText, useValueWord, type FilterKey, type NamedKey } from './filter-text.ts';

type OneProps = FilterProps & { filterKey: NamedKey };
type MenuProps = OneProps & { choices: readonly Omit<Choice<string>, 'count'>[]; children?: ReactNode };

function Menu({ filterKey, facets, search, change, choices, children }: MenuProps) {
  const t = useTranslations('plan');
  const counts: Record<string, number> = facets[filterKey];
  return (
    <FilterMenu
      label={t(filterKey)}
      words={{ all: t('all'), chosen: (count) => t('chosen', { count }) }}
      choices={choices.map((choice) => ({ ...choice, count: counts[choice.value] ?? 0 }))}
      chosen={chosenOf(search, filterKey)}
      onChange={(chosen) => change({ [filterKey]: toChosen(fieldOf(filterKey), chosen) } as Partial<BoardSearch>)}
    >
      {children}
    </FilterMenu>
  );
}

function FieldMenu(props: OneProps) {
  const localize = useLocalizedText();
  const word = useValueWord();
  const { filterKey, board } = props;
  const field = fieldOf(filterKey);
  const values = field.kind === 'many' && field.values;
  const choices =
    typeof values === 'function'
      ? values(board).map((option) => {
          const { children, ...rest } = optionText(option, localize);
          return { value: option.slug, label: children, ...rest };
        })
      : (values || []).map((value) => ({ value, label: word(filterKey, value) }));
  return <Menu {...props} choices={choices} />;
}

function DepartmentMenu(props: OneProps) {
  const { board } = props;
  const localize = useLocalizedText();
  const language = useLanguage();
  const choices = useMemo(() => {
    const { compare } = new Intl.Collator(language);
    return board.departments
      .map(({ slug, name, shortName }) => {
        const { children, lang } = localize.in(name);
        return { value: slug, label: shortName ? `${localize(shortName)} – ${children}` : children, lang };
      })
      .toSorted((one, other) => compare(one.label, other.label));
  }, [board, localize, language]);
  return <Menu {...props} choices={choices} />;
}

const unfinished = statusOrder.filter((status) => status !== 'done');

function StatusMenu(props: OneProps) {
  const t = useTranslations('plan');
  const word = useStatusWord();
  const { search, change } = props;
  const isUnfinished =
    search.status.length === unfinished.length && unfinished.every((status) => search.status.includes(status));
  return (
    <Menu
      {...props}
      choices={statusOrder.map((value) => ({ value, label: word(value), mark: <Light status={value} size="s" /> }))}
    >
      <Button
        variant="quiet"
        size="small"
        aria-pressed={isUnfinished}
        onClick={() => change({ status: isUnfinished ? [] : unfinished })}
      >
        {t('unfinished')}
      </Button>
    </Menu>
  );
}

function FlagButton({ filterKey, facets, search, change }: OneProps) {
  const t = useTranslations('plan');
  const isOn = search[filterKey] === true;
  const count = (facets[filterKey] as Record<string, number>)['true'] ?? 0;
  return (
    <Button
      aria-pressed={isOn}
      disabled={count === 0 && !isOn}
      onClick={() => change({ [filterKey]: isOn ? undefined : true })}
    >
      {t(filterKey)} <span className={styles['count']}>{count}</span>
    </Button>
  );
}

function TextSearch({ search, change }: FilterProps) {
  const t = useTranslations('plan');
  return (
    <SearchField
      label={t('searchHint')}
      placeholder={t('search')}
      value={search.q ?? ''}
      onSearch={(q, how) => change({ q: q || undefined }, how)}
    />
  );
}

/** Filters with a control of their own; any other is a menu, and a flag is a button. */
const own: Partial<Record<FilterKey, ComponentType<OneProps>>> = {
  ageGroup: AgeGroups,
  department: DepartmentMenu,
  status: StatusMenu,
};
const byKind = { many: FieldMenu, flag: FlagButton, text: TextSearch, one: FieldMenu };

/** All filters, in the order of the table. */
export const FieldFilters = (props: FilterProps) =>
  keysOf(boardFields).map((key) => {
    const Field = own[key] ?? byKind[boardFields[key].kind];
    return <Field key={key} {...props} filterKey={key as NamedKey} />;
  });
