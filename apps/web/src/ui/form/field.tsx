import { useEffect, useId, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../button.tsx';
import { cx } from '../cx.ts';
import { Icon } from '../icon.tsx';
import styles from './field.module.css';
import { useFormState, type Theirs } from './form-context.ts';

export type FieldProps = {
  label: string;
  hint?: ReactNode;
  /** An error that the form around it does not hold. */
  error?: string | undefined;
  isOptional?: boolean | undefined;
  className?: string | undefined;
};

/** Id, error and conflicting saved value of a field, from the form around it if there is one. */
export function useField(name: string | undefined, label: string, ownError?: string) {
  const own = useId();
  const form = useFormState();
  const register = form?.register;
  useEffect(() => (name === undefined ? undefined : register?.(name, label)), [register, name, label]);
  const known = name !== undefined && form ? form : null;
  return {
    id: known ? known.idOf(name ?? '') : own,
    error: ownError ?? known?.errorOf(name ?? ''),
    theirs: known?.theirsOf(name ?? ''),
  };
}

export const describedBy = (
  id: string,
  { hint, error, theirs }: { hint?: unknown; error?: unknown; theirs?: unknown },
) => cx(Boolean(error) && `${id}-error`, Boolean(hint) && `${id}-hint`, Boolean(theirs) && `${id}-theirs`);

export const FieldError = ({ id, error }: { id: string; error: string | undefined }) =>
  error !== undefined && (
    <p id={`${id}-error`} className={styles['error']}>
      <Icon name="alert" />
      {error}
    </p>
  );

export const FieldHint = ({ id, hint }: { id: string; hint: ReactNode }) =>
  hint !== undefined && (
    <div id={`${id}-hint`} className={styles['hint']}>
      {hint}
    </div>
  );

type TheirsProps = {
  id: string;
  label: string;
  theirs: Theirs | undefined;
  say?: ((value: string) => string) | undefined;
};

export function FieldTheirs({ id, label, theirs, say = (value) => value }: TheirsProps) {
  const t = useTranslations('form');
  return (
    theirs && (
      <div className={styles['theirs']}>
        <p id={`${id}-theirs`}>
          <b>{t('now')}</b> {(theirs.text && say(theirs.text)) || t('nothing')}
        </p>
        <Button
          aria-label={`${t('useNow')}: ${label}`}
          onClick={() => {
            theirs.use();
            // The button disappears: keep the focus at the field.
            document.getElementById(id)?.focus();
          }}
        >
          {t('useNow')}
        </Button>
      </div>
    )
  );
}

type Control = { id: string; 'aria-describedby': string | undefined; 'aria-invalid': true | undefined };
type Props = FieldProps & {
  name: string | undefined;
  /** A saved value in words, where they are not the value itself. */
  sayTheirs?: (value: string) => string;
  children: (control: Control) => ReactNode;
};

/** A control with its label, hint and error. */
export function Field({ label, hint, error: ownError, isOptional, className, name, sayTheirs, children }: Props) {
  const t = useTranslations('form');
  const { id, error, theirs } = useField(name, label, ownError);
  return (
    <div className={cx(styles['field'], error !== undefined && styles['refused'], className)}>
      <label htmlFor={id} className={styles['label']}>
        {label}
        {isOptional && <span className={styles['optional']}> ({t('optional')})</span>}
      </label>
      <FieldHint id={id} hint={hint} />
      <FieldError id={id} error={error} />
      {children({
        id,
        'aria-describedby': describedBy(id, { hint, error, theirs }),
        'aria-invalid': error === undefined ? undefined : true,
      })}
      <FieldTheirs id={id} label={label} theirs={theirs} say={sayTheirs} />
    </div>
  );
}
