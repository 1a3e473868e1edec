import { maxContact } from '@vointi/shared/department/limits.ts';
import { maxName, maxShortName } from '@vointi/shared/text/limits.ts';
import type { DepartmentRow } from '@vointi/shared/department/manage-contract.ts';
import { defineForm, type TypedIn } from '../../../ui/form/define-form.ts';
import {
  choice,
  localizedText,
  optionalChoice,
  optionalDay,
  optionalLocalizedText,
  optionalText,
  type FieldKind,
} from '../../../ui/form/field-kinds.ts';

/** A list of texts. Each input is an object, as `useFieldArray` needs. */
const aliases: FieldKind<string[], { text: string }[]> = {
  empty: [],
  toForm: (texts) => texts.map((text) => ({ text })),
  toValue: (typed) => typed.map(({ text }) => text.trim()).filter(Boolean),
  words: (typed) => typed.map(({ text }) => text).join('\n'),
};

export const departmentForm = defineForm({
  fields: {
    name: localizedText(maxName),
    shortName: optionalLocalizedText(maxShortName),
    kind: choice<DepartmentRow['kind']>('department'),
    aliases,
    contact: optionalText(maxContact),
    successor: optionalChoice(),
    validFrom: optionalDay(),
    validTo: optionalDay(),
  },
  values: (row: DepartmentRow) => ({ ...row, successor: row.successor?.slug ?? null }),
});
export type DepartmentForm = TypedIn<typeof departmentForm>;
