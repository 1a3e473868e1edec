import { useMemo, type ComponentProps } from 'react';
import { useTranslations } from 'use-intl';
import { useLanguage } from '../../../lib/intl.tsx';
import { useText } from '../../../lib/text.tsx';
import { Button } from '../../../ui/button.tsx';
import { FilterMenu } from '../../../ui/filter-menu.tsx';
import { Light } from '../../../domain/measure/light.tsx';
import { statusOrder } from '../../../domain/measure/status.ts';
import { useStatusWord } from '../../../domain/measure/words.ts';
import type { FilterProps } from './filter-props.ts';

type MenuProps<V extends string> = Omit<ComponentProps<typeof FilterMenu<V>>, 'words'>;

function Menu<V extends string>(props: MenuProps<V>) {
  const t = useTranslations('plan');
  return <FilterMenu {...props} words={{ all: t('all'), chosen: (count) => t('chosen', { count }) }} />;
}

export function DepartmentMenu({ board, facets, search, change }: FilterProps) {
  const t = useTranslations('plan');
  const say = useText();
  const language = useLanguage();
  const named = useMemo(() => {
    const { compare } = new Intl.Collator(language);
    return board.departments
      .map(({ slug, name, shortName }) => {
        const { children, lang } = say.in(name);
        return { value: slug, label: shortName ? `${say(shortName)} – ${children}` : children, lang };
      })
      .toSorted((one, other) => compare(one.label, other.label));
  }, [board, say, language]);
  return (
    <Menu
      label={t('department')}
      choices={named.map((choice) => ({ ...choice, count: facets.department[choice.value] ?? 0 }))}
      chosen={search.department}
      onChange={(department) => change({ department })}
    />
  );
}

const unfinished = statusOrder.filter((status) => status !== 'done');

export function StatusMenu({ facets, search, change }: FilterProps) {
  const t = useTranslations('plan');
  const word = useStatusWord();
  const isUnfinished =
    search.status.length === unfinished.length && unfinished.every((status) => search.status.includes(status));
  return (
    <Menu
      label={t('status')}
      choices={statusOrder.map((value) => ({
        value,
        label: word(value),
        count: facets.status[value],
        mark: <Light status={value} size="s" />,
      }))}
      chosen={search.status}
      onChange={(status) => change({ status })}
    >
      <Button
        look="quiet"
        size="small"
        aria-pressed={isUnfinished}
        onClick={() => change({ status: isUnfinished ? [] : unfinished })}
      >
        {t('unfinished')}
      </Button>
    </Menu>
  );
}

export function GoalMenu({ board, facets, search, change }: FilterProps) {
  const t = useTranslations('plan');
  const say = useText();
  return (
    <Menu
      label={t('goal')}
      choices={board.goals.map(({ slug, shortName }) => {
        const { children, lang } = say.in(shortName);
        return { value: slug, label: children, lang, count: facets.goal[slug] ?? 0 };
      })}
      chosen={search.goal}
      onChange={(goal) => change({ goal })}
    />
  );
}
