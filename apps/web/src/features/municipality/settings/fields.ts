import { maxStatement } from '@vointi/shared/municipality/limits.ts';
import { maxName } from '@vointi/shared/text/limits.ts';
import { forEachLanguage, languages, type Language } from '@vointi/shared/text/text.ts';
import type { Settings } from '@vointi/shared/municipality/settings-contract.ts';
import { defineForm } from '../../../ui/form/define-form.ts';
import {
  choice,
  localizedText,
  optionalEmail,
  optionalLocalizedText,
  type FieldKind,
} from '../../../ui/form/field-kinds.ts';
import { original } from '../../../ui/form/form-texts.ts';

/** A checkbox for each language. The first is always among them. */
const offered: FieldKind<Language[], Record<Language, boolean>> = {
  empty: toChecked([original]),
  toForm: toChecked,
  toValue: (typed) => languages.filter((language) => language === original || typed[language]),
};

function toChecked(chosen: readonly Language[]) {
  return forEachLanguage((language) => chosen.includes(language));
}

export const settingsForm = defineForm({
  fields: {
    name: localizedText(maxName),
    languages: offered,
    boardAccess: choice<Settings['boardAccess']>('public'),
    approvalStep: choice(false),
    statement: optionalLocalizedText(maxStatement),
    feedbackEmail: optionalEmail(),
  },
  values: (settings: Settings) => settings,
});
