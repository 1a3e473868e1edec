import { useForm, type DefaultValues, type FieldValues, type UseFormReturn } from 'react-hook-form';

/** A form's fields. Refusals wait for sending, then go as they are mended; the summary takes the focus, not a field. */
export const useFields = <V extends FieldValues>(defaultValues: DefaultValues<V>): UseFormReturn<V> =>
  useForm<V>({ defaultValues, mode: 'onSubmit', reValidateMode: 'onChange', shouldFocusError: false });
