import type { ComponentProps } from 'react';
import { cx } from '../cx.ts';
import { Field, type FieldProps } from './field.tsx';
import styles from './field.module.css';

type Props = FieldProps & Omit<ComponentProps<'input'>, 'id' | 'children'> & { isShort?: boolean };

/** One line of text; `{...form.register('email', rules.email())}` ties it to a form. */
export const TextField = ({ label, hint, error, isOptional, className, isShort = false, ...input }: Props) => (
  <Field {...{ label, hint, error, isOptional, className }} name={input.name}>
    {(control) => (
      <input
        type="text"
        {...input}
        {...control}
        required={undefined}
        className={cx(styles['control'], isShort && styles['short'])}
      />
    )}
  </Field>
);
