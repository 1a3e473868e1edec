import { useState, type ComponentProps } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../button.tsx';
import { Field, type FieldProps } from './field.tsx';
import styles from './field.module.css';

type Props = FieldProps &
  Omit<ComponentProps<'input'>, 'id' | 'type' | 'children' | 'autoComplete'> & {
    autoComplete: 'current-password' | 'new-password';
  };

/** A password that can be shown, pasted and filled in by a password manager. */
export function PasswordField({ label, hint, error, isOptional, className, ...input }: Props) {
  const t = useTranslations('form');
  const [isShown, setShown] = useState(false);
  return (
    <Field {...{ label, hint, error, isOptional, className }} name={input.name}>
      {(control) => (
        <div className={styles['password']}>
          <input
            {...input}
            {...control}
            type={isShown ? 'text' : 'password'}
            autoCapitalize="off"
            spellCheck={false}
            className={styles['control']}
          />
          <Button onClick={() => setShown(!isShown)} aria-controls={control.id}>
            {t(isShown ? 'hidePassword' : 'showPassword')}
          </Button>
        </div>
      )}
    </Field>
  );
}
