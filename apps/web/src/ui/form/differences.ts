import { get, type FieldValues, type Path, type PathValue, type UseFormReturn } from 'react-hook-form';
import { isSameJson } from '@vointi/shared/json/is-same-json.ts';
import type { Theirs } from './form-context.ts';

/**
 * A form beside what somebody else has saved since it began: a field that nobody touched here takes theirs, one that both
 * changed is for the reader to choose.
 */
export function differencesOf<V extends FieldValues>(form: UseFormReturn<V>, base: V, saved: V) {
  const theirs: Record<string, Theirs> = {};
  const compare = <P extends Path<V>>(name: P, text: string) => {
    const mine: unknown = form.getValues(name);
    const now = get(saved, name) as PathValue<V, P>;
    if (isSameJson(mine, now)) return;
    const take = () => form.setValue(name, now, { shouldDirty: true });
    if (isSameJson(mine, get(base, name))) take();
    else theirs[name] = { text, use: take };
  };
  return { theirs, compare };
}
