import { get, type FieldValues, type Path, type UseFormReturn } from 'react-hook-form';
import { original, type FormTexts, type TextLimits } from './form-texts.ts';
import type { TextInput } from './localized-field.tsx';
import { useRules } from './use-rules.ts';

/** Ties a text in all languages to a form of react-hook-form; `name` is where the form holds it. */
export function useTextInputs<V extends FieldValues>({ register }: Pick<UseFormReturn<V>, 'register'>) {
  const rules = useRules();
  return (name: string, limits: TextLimits): TextInput => {
    const input: TextInput = (language) => ({
      ...register(`${name}.${language}` as Path<V>, {
        validate: (_, typed) => rules.localized(get(typed, name) as FormTexts, language, limits),
      }),
      isOptional: limits.isOptional,
    });
    // The summary lists refusals in the order of registration, and the inputs are drawn after the other fields.
    input(original);
    return input;
  };
}
