import { useCallback, useEffect, useId, useMemo, useRef, useState, type ReactNode } from 'react';
import {
  FormProvider,
  useFormState as useFormStatus,
  type FieldPath,
  type FieldValues,
  type UseFormReturn,
} from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { ProblemError } from '../../lib/problem.ts';
import { Button } from '../button.tsx';
import { fieldOf, flatten } from './errors.ts';
import { FormContext, type FormState, type Theirs } from './form-context.ts';
import { FormConflict, FormProblem, FormSummary } from './form-notices.tsx';
import styles from './form.module.css';

export type FormProps<V extends FieldValues> = {
  form: UseFormReturn<V>;
  /** Sends the values; the form shows what it throws. */
  onSend: (values: V) => Promise<unknown>;
  /** Called on 409 with the current row; returns the fields that both changed. */
  onConflict?: (current: unknown) => Record<string, Theirs>;
  /** The text of the button. */
  submit?: string;
  /** The text of the button while sending. */
  busy?: string;
  /** The title of an error, instead of "nothing was saved". */
  failed?: string;
  /** Shown beside the button. */
  actions?: ReactNode;
  children: ReactNode;
};

/** A form that shows errors at the fields and in a summary that takes the focus. Typed values stay. */
export function Form<V extends FieldValues>({
  form,
  onSend,
  onConflict,
  submit,
  busy,
  failed,
  actions,
  children,
}: FormProps<V>) {
  const t = useTranslations('form');
  const reason = useTranslations('reason');
  const base = useId();
  const { errors, isSubmitting } = useFormStatus({ control: form.control });
  const labels = useRef(new Map<string, string>());
  const notices = useRef<HTMLDivElement>(null);
  const wantsFocus = useRef(false);
  const [problem, setProblem] = useState<unknown>(null);
  const [theirs, setTheirs] = useState<Record<string, Theirs>>();

  const list = flatten(errors);
  useEffect(() => {
    if (!wantsFocus.current || !notices.current?.firstElementChild) return;
    wantsFocus.current = false;
    notices.current.focus();
  });

  const register = useCallback((name: string, label: string) => {
    labels.current.set(name, label);
    return () => {
      labels.current.delete(name);
    };
  }, []);
  const refuse = (error: unknown) => {
    wantsFocus.current = true;
    const { details = [], code, current } = error instanceof ProblemError ? error : {};
    if (code === 'conflict' && onConflict && current !== undefined) {
      const theirEntries = Object.entries(onConflict(current));
      // A field that is not drawn cannot offer the choice, so its value here stays.
      setTheirs(Object.fromEntries(theirEntries.filter(([name]) => labels.current.has(name))));
      return;
    }
    const names = [...labels.current.keys()];
    const fieldErrors = details.flatMap((detail) => {
      const name = fieldOf(detail, names);
      return name === undefined ? [] : [{ name, message: detail.reason ? reason(detail.reason) : t('refused') }];
    });
    for (const { name, message } of fieldErrors) form.setError(name as FieldPath<V>, { type: 'server', message });
    if (fieldErrors.length < Math.max(details.length, 1)) setProblem(error);
  };
  const send = form.handleSubmit(
    async (values) => {
      setProblem(null);
      try {
        await onSend(values);
        setTheirs(undefined);
      } catch (error) {
        refuse(error);
      }
    },
    () => {
      setProblem(null);
      wantsFocus.current = true;
    },
  );

  const known = new Map(list.map(({ name, message }) => [name, message]));
  const state: FormState = useMemo(
    () => ({
      idOf: (name) => `${base}-${name}`,
      errorOf: (name) => known.get(name),
      theirsOf: (name) => {
        const entry = theirs?.[name];
        if (!entry) return undefined;
        const take = () => {
          entry.use();
          setTheirs((now = {}) => Object.fromEntries(Object.entries(now).filter(([other]) => other !== name)));
        };
        return { ...entry, use: take };
      },
      register,
    }),
    // The list is a new object at each render; compare its content.
    // oxlint-disable-next-line react/exhaustive-deps -- `known` is `list`.
    [base, register, theirs, JSON.stringify(list)],
  );
  const nameOf = (name: string) => labels.current.get(name) ?? name;
  return (
    <FormContext value={state}>
      <form
        noValidate
        className={styles['form']}
        onSubmit={(event) => {
          // A dialog may stand inside another form in React's tree.
          event.stopPropagation();
          if (!isSubmitting) void send(event);
          else event.preventDefault();
        }}
      >
        <div ref={notices} tabIndex={-1} className={styles['notices']}>
          {theirs && <FormConflict isSame={Object.keys(theirs).length === 0} />}
          {problem !== null && <FormProblem problem={problem} title={failed} />}
          {list.length > 0 && (
            <FormSummary
              entries={list.map(({ name, message }) => ({ id: state.idOf(name), label: nameOf(name), message }))}
            />
          )}
        </div>
        <FormProvider {...form}>{children}</FormProvider>
        <div className={styles['actions']}>
          <Button type="submit" variant="primary" aria-disabled={isSubmitting}>
            {isSubmitting ? (busy ?? t('saving')) : (submit ?? t('save'))}
          </Button>
          {actions}
        </div>
      </form>
    </FormContext>
  );
}
