import type { Settings } from '@vointi/shared/municipality/settings-contract.ts';
import type { Path, PathValue, UseFormReturn } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { useFormat } from '../../../lib/format.ts';
import type { Theirs } from '../../../ui/form/form-context.ts';
import { formOf, type SettingsFields } from './fields.ts';

/** What is saved otherwise than the form says, field by field, in words. */
export function useDifferences() {
  const t = useTranslations('settings');
  const language = useTranslations('user.languages');
  const format = useFormat();
  return (form: UseFormReturn<SettingsFields>, current: Settings): Record<string, Theirs> => {
    const saved = formOf(current);
    const theirs: Record<string, Theirs> = {};
    const compare = <P extends Path<SettingsFields>>(name: P, value: PathValue<SettingsFields, P>, text: string) => {
      if (JSON.stringify(form.getValues(name)) === JSON.stringify(value)) return;
      theirs[name] = { text, use: () => form.setValue(name, value, { shouldDirty: true }) };
    };
    for (const one of ['fi', 'sv', 'en'] as const) {
      compare(`name.${one}`, saved.name[one], saved.name[one]);
      compare(`statement.${one}`, saved.statement[one], saved.statement[one]);
    }
    compare('languages', saved.languages, format.list(current.languages.map((one) => language(one))));
    compare('boardAccess', saved.boardAccess, t(`access.${saved.boardAccess}`));
    compare('approvalStep', saved.approvalStep, t(saved.approvalStep ? 'yes' : 'no'));
    compare('feedbackEmail', saved.feedbackEmail, saved.feedbackEmail);
    return theirs;
  };
}
