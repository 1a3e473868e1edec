import { useMemo, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useLanguage } from '../../../lib/intl.tsx';
import { useText } from '../../../lib/text.tsx';
import { Button } from '../../../ui/button.tsx';
import { Choices, type Choice } from '../../../ui/choices.tsx';
import { Popover } from '../../../ui/popover.tsx';
import { Light, statusOrder, useStatusWord } from '../../measure/public.ts';
import type { FilterProps } from './filter-props.ts';
import styles from './menus.module.css';

type MenuProps<V extends string> = {
  label: string;
  choices: readonly Choice<V>[];
  chosen: readonly V[];
  onChange: (chosen: V[]) => void;
  /** Several of them at one press. */
  children?: ReactNode;
};

/** A filter with many options: what is chosen stands on its button. */
function Menu<V extends string>({ label, choices, chosen, onChange, children }: MenuProps<V>) {
  const t = useTranslations('plan');
  const only = chosen.length === 1 ? choices.find(({ value }) => value === chosen[0]) : undefined;
  const text = chosen.length === 0 ? t('all') : t('chosen', { count: chosen.length });
  return (
    <Popover
      label={label}
      className={chosen.length > 0 ? styles['active'] : undefined}
      trigger={
        <span className={styles['trigger']}>
          <span className={styles['label']}>{label}</span>{' '}
          <b className={styles['value']} lang={only?.lang}>
            {only?.label ?? text}
          </b>
        </span>
      }
    >
      <Choices legend={label} choices={choices} chosen={chosen} onChange={onChange} />
      {children}
    </Popover>
  );
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
