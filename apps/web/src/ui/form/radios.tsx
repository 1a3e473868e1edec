import type { ComponentProps, ReactNode } from 'react';
import { cx } from '../cx.ts';
import { describedBy, FieldError, FieldHint, FieldTheirs, useField, type FieldProps } from './field.tsx';
import styles from './field.module.css';

type Choice = { value: string; label: string; note?: ReactNode };
type Props = Omit<FieldProps, 'isOptional'> &
  Omit<ComponentProps<'input'>, 'type' | 'id' | 'children' | 'value'> & { choices: readonly Choice[] };

/** A choice of a few options, each with a note. */
export function Radios({ label, hint, error: ownError, className, choices, ...input }: Props) {
  const { id, error, theirs } = useField(input.name, label, ownError);
  return (
    <fieldset
      id={id}
      tabIndex={-1}
      aria-describedby={describedBy(id, { hint, error, theirs })}
      className={cx(styles['group'], error !== undefined && styles['refused'], className)}
    >
      <legend className={styles['legend']}>{label}</legend>
      <FieldHint id={id} hint={hint} />
      <FieldError id={id} error={error} />
      <div className={styles['choices']}>
        {choices.map(({ value, label: text, note }) => (
          <label key={value} className={cx(styles['check'], styles['card'])}>
            <input
              type="radio"
              {...input}
              value={value}
              aria-labelledby={`${id}-${value}`}
              aria-describedby={note === undefined ? undefined : `${id}-${value}-note`}
            />
            <span>
              <b id={`${id}-${value}`}>{text}</b>
              {note !== undefined && (
                <span id={`${id}-${value}-note`} className={styles['note']}>
                  {note}
                </span>
              )}
            </span>
          </label>
        ))}
      </div>
      <FieldTheirs
        id={id}
        label={label}
        theirs={theirs}
        say={(saved) => choices.find(({ value }) => value === saved)?.label ?? saved}
      />
    </fieldset>
  );
}
