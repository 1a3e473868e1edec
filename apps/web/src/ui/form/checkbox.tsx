import type { ComponentProps, ReactNode } from 'react';
import { cx } from '../cx.ts';
import { describedBy, FieldError, FieldTheirs, useField } from './field.tsx';
import styles from './field.module.css';

type Props = Omit<ComponentProps<'input'>, 'type' | 'id' | 'children'> & {
  label: string;
  note?: ReactNode;
  isCard?: boolean;
};

/** A checkbox with an optional note. */
export function Checkbox({ label, note, isCard = false, className, ...input }: Props) {
  const { id, error, theirs } = useField(input.name, label);
  return (
    <div className={cx(styles['field'], error !== undefined && styles['refused'], className)}>
      <FieldError id={id} error={error} />
      <label className={cx(styles['check'], isCard && styles['card'])}>
        <input
          type="checkbox"
          {...input}
          id={id}
          aria-describedby={describedBy(id, { hint: note, error, theirs })}
          aria-labelledby={`${id}-label`}
        />
        <span>
          <b id={`${id}-label`}>{label}</b>
          {note !== undefined && (
            <span id={`${id}-hint`} className={styles['note']}>
              {note}
            </span>
          )}
        </span>
      </label>
      <FieldTheirs id={id} label={label} theirs={theirs} />
    </div>
  );
}
