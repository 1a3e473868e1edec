import type { ReactNode } from 'react';
import styles from './choices.module.css';

export type Choice<V extends string> = {
  value: V;
  label: ReactNode;
  lang?: string | undefined;
  /** How many results the option gives; an option with none is disabled unless chosen. */
  count?: number;
  mark?: ReactNode;
};

type Props<V extends string> = {
  legend: string;
  choices: readonly Choice<V>[];
  chosen: readonly V[];
  onChange: (chosen: V[]) => void;
  /** `radio`: exactly one. */
  kind?: 'checkbox' | 'radio';
};

/** A list of options with their counts. */
export function Choices<V extends string>({ legend, choices, chosen, onChange, kind = 'checkbox' }: Props<V>) {
  const toggle = (value: V) => {
    if (kind === 'radio') return [value];
    return chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value];
  };
  return (
    <fieldset className={styles['choices']}>
      <legend className={styles['legend']}>{legend}</legend>
      {choices.map(({ value, label, lang, count, mark }) => (
        <label key={value} className={styles['choice']}>
          <input
            type={kind}
            name={legend}
            checked={chosen.includes(value)}
            disabled={count === 0 && !chosen.includes(value)}
            onChange={() => onChange(toggle(value))}
          />
          {mark}
          <span className={styles['name']} lang={lang}>
            {label}
          </span>
          {count !== undefined && <span className={styles['count']}>{count}</span>}
        </label>
      ))}
    </fieldset>
  );
}
