import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import styles from './segmented.module.css';

type Segment<V extends string> = {
  value: V;
  label: ReactNode;
  lang?: string | undefined;
  /** The accessible name where the label is short: `fi`, Suomi. */
  name?: string;
  count?: number;
  disabled?: boolean;
};

type Props<V extends string> = {
  label: string;
  segments: readonly Segment<V>[];
  /** One value, or several. */
  chosen: V | readonly V[];
  onChoose: (value: V) => void;
  className?: string | undefined;
};

/** Toggle buttons side by side. */
export function Segmented<V extends string>({ label, segments, chosen, onChoose, className }: Props<V>) {
  const isChosen = (value: V) => (typeof chosen === 'string' ? chosen === value : chosen.includes(value));
  return (
    <div role="group" aria-label={label} className={cx(styles['group'], className)}>
      {segments.map(({ value, label: text, lang, name, count, disabled }) => (
        <button
          key={value}
          type="button"
          className={styles['option']}
          aria-pressed={isChosen(value)}
          aria-label={name}
          lang={lang}
          disabled={disabled}
          onClick={() => onChoose(value)}
        >
          {text}
          {count !== undefined && <span className={styles['count']}>{count}</span>}
        </button>
      ))}
    </div>
  );
}
