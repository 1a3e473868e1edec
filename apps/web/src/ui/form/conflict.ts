import { get, type FieldValues, type Path, type PathValue, type UseFormReturn } from 'react-hook-form';
import { isSameJson } from '@vointi/shared/json/is-same-json.ts';
import type { Theirs } from './form-context.ts';

/** Words for the value of a field whose own text does not show it. */
export type ConflictWords = Partial<Record<string, (value: never) => string>>;

function wordsOf(value: unknown): string {
  if (typeof value === 'boolean') return value ? '✓' : '–';
  return Array.isArray(value) ? value.join('\n') : String(value);
}

type Sides<V> = {
  inputs: readonly string[];
  /** The values that this form began with. */
  base: V;
  /** The values that are stored now. */
  saved: V;
  words: ConflictWords;
};

/**
 * Merges another person's saved values into the form. An input that is unchanged here takes the saved value; an input
 * that both changed is returned, so that the person chooses.
 */
export function mergeSaved<V extends FieldValues>(form: UseFormReturn<V>, { inputs, base, saved, words }: Sides<V>) {
  const theirs: Record<string, Theirs> = {};
  for (const name of inputs as Path<V>[]) {
    const mine: unknown = form.getValues(name);
    const now = get(saved, name) as PathValue<V, typeof name>;
    if (isSameJson(mine, now)) continue;
    const use = () => form.setValue(name, now, { shouldDirty: true });
    if (isSameJson(mine, get(base, name))) use();
    else theirs[name] = { text: (words[name] ?? wordsOf)(now as never), use };
  }
  return theirs;
}
