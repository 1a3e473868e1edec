import type { ComponentProps } from 'react';
import { Field, type FieldProps } from './field.tsx';
import styles from './field.module.css';

type Option = { value: string; label: string; lang?: string | undefined };
type Props = FieldProps & Omit<ComponentProps<'select'>, 'id' | 'children'> & { options: readonly Option[] };

/** One of many: the browser's own list. */
export const Select = ({ label, hint, error, isOptional, className, options, ...select }: Props) => (
  <Field
    {...{ label, hint, error, isOptional, className }}
    name={select.name}
    sayTheirs={(saved) => options.find(({ value }) => value === saved)?.label ?? saved}
  >
    {(control) => (
      <select {...select} {...control} className={styles['control']}>
        {options.map(({ value, label: text, lang }) => (
          <option key={value} value={value} lang={lang}>
            {text}
          </option>
        ))}
      </select>
    )}
  </Field>
);
