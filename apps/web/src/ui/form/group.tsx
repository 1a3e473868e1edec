import type { ReactNode } from 'react';
import { cx } from '../cx.ts';
import { describedBy, FieldError, FieldHint, FieldTheirs, useField, type FieldProps } from './field.tsx';
import styles from './field.module.css';

type Props = Omit<FieldProps, 'isOptional'> & { name?: string; children: ReactNode };

/** A fieldset; an error of the whole group is shown at its legend. */
export function Group({ label, hint, error: ownError, className, name, children }: Props) {
  const { id, error, theirs } = useField(name, label, ownError);
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
      {children}
      <FieldTheirs id={id} label={label} theirs={theirs} />
    </fieldset>
  );
}
