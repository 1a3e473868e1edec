import type { DepartmentRow } from '@vointi/shared/department/manage-contract.ts';
import { get, type UseFormReturn } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { useText } from '../../../lib/text.tsx';
import { differencesOf } from '../../../ui/form/differences.ts';
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
  return (
    form: UseFormReturn<ManageFields>,
    base: DepartmentRow | null,
    row: DepartmentRow,
  ): Record<string, Theirs> => {
    const saved = formOf(row);
    const { theirs, compare } = differencesOf(form, formOf(base), saved);
    for (const name of texts) compare(name, get(saved, name) as string);
    compare('kind', kind(saved.kind));
    compare('successor', row.successor ? say(row.successor.name) : '');
    compare('aliases', saved.aliases.map(({ text }) => text).join('\n'));
    return theirs;
  };
}
