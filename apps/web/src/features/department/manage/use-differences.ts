import type { DepartmentRow } from '@vointi/shared/department/manage-contract.ts';
import type { Path, PathValue, UseFormReturn } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { useText } from '../../../lib/text.tsx';
import type { Theirs } from '../../../ui/form/form-context.ts';
import { formOf, type ManageFields } from './fields.ts';

const texts = [
  'name.fi',
  'name.sv',
  'name.en',
  'shortName.fi',
  'shortName.sv',
  'shortName.en',
  'contact',
  'validFrom',
  'validTo',
] as const;

/** What the saved row says otherwise than the form, field by field, in words. */
export function useDifferences() {
  const kind = useTranslations('department.kind');
  const say = useText();
  return (form: UseFormReturn<ManageFields>, row: DepartmentRow): Record<string, Theirs> => {
    const saved = formOf(row);
    const theirs: Record<string, Theirs> = {};
    const compare = <P extends Path<ManageFields>>(name: P, value: PathValue<ManageFields, P>, text: string) => {
      if (JSON.stringify(form.getValues(name)) === JSON.stringify(value)) return;
      theirs[name] = { text, use: () => form.setValue(name, value, { shouldDirty: true }) };
    };
    for (const name of texts) {
      const value = name
        .split('.')
        .reduce<unknown>((inner, key) => (inner as Record<string, unknown>)[key], saved) as string;
      compare(name, value, value);
    }
    compare('kind', saved.kind, kind(saved.kind));
    compare('successor', saved.successor, row.successor ? say(row.successor.name) : '');
    compare('aliases', saved.aliases, saved.aliases.map(({ text }) => text).join('\n'));
    return theirs;
  };
}
