import type { ComponentProps } from 'react';
import { Field, type FieldProps } from './field.tsx';
import styles from './field.module.css';

type Props = FieldProps & Omit<ComponentProps<'textarea'>, 'id' | 'children'>;

/** Text of several lines; it grows with what is written. */
export const TextArea = ({ label, hint, error, isOptional, className, ...input }: Props) => (
  <Field {...{ label, hint, error, isOptional, className }} name={input.name}>
    {(control) => <textarea {...input} {...control} className={styles['control']} />}
  </Field>
);
