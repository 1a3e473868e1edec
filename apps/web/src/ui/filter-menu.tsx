import type { ReactNode } from 'react';
import { Choices, type Choice } from './choices.tsx';
import styles from './filter-menu.module.css';
import { Popover } from './popover.tsx';

type Props<V extends string> = {
  label: string;
  choices: readonly Choice<V>[];
  chosen: readonly V[];
  onChange: (chosen: V[]) => void;
  words: { all: string; chosen: (count: number) => string };
  /** Presets that choose several options at once. */
  children?: ReactNode;
};

/** A filter with many options; its button shows what is chosen. */
export function FilterMenu<V extends string>({ label, choices, chosen, onChange, words, children }: Props<V>) {
  const only = chosen.length === 1 ? choices.find(({ value }) => value === chosen[0]) : undefined;
  const text = chosen.length === 0 ? words.all : words.chosen(chosen.length);
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
