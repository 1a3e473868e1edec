import type { Settings } from '@vointi/shared/municipality/settings-contract.ts';
import type { BodyOf } from '@vointi/shared/http/contracts.ts';
import type { updateSettings } from '@vointi/shared/municipality/endpoints.ts';
import { changesOf as differing } from '../../../ui/form/changes-of.ts';
import { type InLanguages, joined, joinedOrNull, spread } from '../../../ui/form/in-languages.ts';

type Body = BodyOf<typeof updateSettings>;

/** The settings as their form has them. */
export type SettingsFields = {
  name: InLanguages;
  languages: { sv: boolean; en: boolean };
  boardAccess: Settings['boardAccess'];
  approvalStep: boolean;
  statement: InLanguages;
  feedbackEmail: string;
};

export const formOf = (settings: Settings): SettingsFields => ({
  name: spread(settings.name),
  languages: { sv: settings.languages.includes('sv'), en: settings.languages.includes('en') },
  boardAccess: settings.boardAccess,
  approvalStep: settings.approvalStep,
  statement: spread(settings.statement),
  feedbackEmail: settings.feedbackEmail ?? '',
});

const bodyOf = (form: SettingsFields): Omit<Body, 'version'> => ({
  name: joined(form.name),
  languages: ['fi', ...(['sv', 'en'] as const).filter((language) => form.languages[language])],
  boardAccess: form.boardAccess,
  approvalStep: form.approvalStep,
  statement: joinedOrNull(form.statement),
  feedbackEmail: form.feedbackEmail.trim() || null,
});

/** Only what was changed: what somebody else has changed elsewhere stays theirs. */
export const changesOf = (before: SettingsFields, after: SettingsFields): Partial<Omit<Body, 'version'>> =>
  differing(bodyOf(before), bodyOf(after));
