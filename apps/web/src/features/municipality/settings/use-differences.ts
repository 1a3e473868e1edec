import type { Settings } from '@vointi/shared/municipality/settings-contract.ts';
import type { UseFormReturn } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { useFormat } from '../../../lib/format.ts';
import { differencesOf } from '../../../ui/form/differences.ts';
import type { Theirs } from '../../../ui/form/form-context.ts';
import { formOf, type SettingsFields } from './fields.ts';

/** What is saved otherwise than the form says, field by field, in words. */
export function useDifferences() {
  const t = useTranslations('settings');
  const language = useTranslations('user.languages');
  const format = useFormat();
  return (form: UseFormReturn<SettingsFields>, base: Settings, current: Settings): Record<string, Theirs> => {
    const saved = formOf(current);
    const { theirs, compare } = differencesOf(form, formOf(base), saved);
    for (const one of ['fi', 'sv', 'en'] as const) {
      compare(`name.${one}`, saved.name[one]);
      compare(`statement.${one}`, saved.statement[one]);
    }
    compare('languages', format.list(current.languages.map((one) => language(one))));
    compare('boardAccess', t(`access.${saved.boardAccess}`));
    compare('approvalStep', t(saved.approvalStep ? 'yes' : 'no'));
    compare('feedbackEmail', saved.feedbackEmail);
    return theirs;
  };
}
