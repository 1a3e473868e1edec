import { useRef } from 'react';
import type { DefaultValues, Path } from 'react-hook-form';
import { mergeSaved, type ConflictWords } from './conflict.ts';
import type { BodyOf, Fields, FormDefinition, FormOf } from './define-form.ts';
import { useFields } from './use-fields.ts';
import { useRules, type Rules } from './use-rules.ts';
import { useTextInputs } from './use-text-inputs.ts';

type Versioned = { version: number };

type Options<F extends Fields, Row, Saved> = {
  /** The row to change; null: a new one. */
  row: Row | null;
  /** The start values of a new row. */
  start?: Partial<BodyOf<F>>;
  create?: (body: BodyOf<F>) => Promise<Saved>;
  update?: (row: Row, body: Partial<BodyOf<F>> & { version: number }) => Promise<Saved>;
  onDone: (saved: Saved) => void;
  words?: ConflictWords;
};

/** Uses a declared form: its inputs, its sending, and the conflict when another person saved first. */
export function useDefinedForm<F extends Fields, Row extends Versioned, Saved>(
  definition: FormDefinition<F, Row>,
  { row, start = {}, create, update, onDone, words = {} }: Options<F, Row, Saved>,
) {
  // Changes are computed against the row that the form began with, not against data fetched since.
  const base = useRef(row);
  const form = useFields<FormOf<F>>(
    (row ? definition.ofRow(row) : definition.toForm(start)) as DefaultValues<FormOf<F>>,
  );
  const rules = useRules();
  const textInputs = useTextInputs(form);
  const send = async (typed: FormOf<F>) => {
    const before = base.current;
    const saved = before
      ? await update?.(before, { version: before.version, ...definition.changes(before, typed) })
      : await create?.(definition.toBody(typed));
    if (saved !== undefined) onDone(saved);
  };
  const conflict = (current: unknown) => {
    const [old, now] = [base.current, current as Row];
    base.current = now;
    return mergeSaved(form, {
      inputs: definition.inputs,
      base: old ? definition.ofRow(old) : definition.toForm(start),
      saved: definition.ofRow(now),
      words: { ...definition.words, ...words },
    });
  };
  type Name = keyof F & string;
  /** Ties an input to its field, with the field's check or one of the dialog's own. */
  const input = <N extends Name>(name: N, rule: Rules | undefined = definition.fields[name]?.rule?.(rules)) => ({
    ...form.register(name as unknown as Path<FormOf<F>>, rule),
    isOptional: definition.fields[name]?.isOptional,
  });
  /** The same of a text in all languages. */
  const texts = (name: Name) => ({ input: textInputs(name, definition.fields[name]?.limits ?? { max: 0 }) });
  return {
    form,
    input,
    texts,
    /** The row that the next change is made from. */
    base,
    /** For the form that is drawn. */
    sending: { form, onSend: send, onConflict: conflict },
  };
}
