import type { Call } from '@vointi/shared/http/route.ts';
import type { Settings, settingsApi } from '@vointi/shared/municipality/settings-contract.ts';
import type { Text } from '@vointi/shared/text/text.ts';

type InLanguages = { fi: string; sv: string; en: string };
type Body = Call<typeof settingsApi.update>['body'];

/** The settings as their form has them. */
export type SettingsFields = {
  name: InLanguages;
  languages: { sv: boolean; en: boolean };
  boardAccess: Settings['boardAccess'];
  approvalStep: boolean;
  statement: InLanguages;
  feedbackEmail: string;
};

const spread = (text: Text | null): InLanguages => ({ fi: text?.fi ?? '', sv: text?.sv ?? '', en: text?.en ?? '' });

const joined = ({ fi, sv, en }: InLanguages): Text => ({
  fi: fi.trim(),
  ...(sv.trim() && { sv: sv.trim() }),
  ...(en.trim() && { en: en.trim() }),
});

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
  statement: form.statement.fi.trim() ? joined(form.statement) : null,
  feedbackEmail: form.feedbackEmail.trim() || null,
});

/** Only what was changed: what somebody else has changed elsewhere stays theirs. */
export function changesOf(before: SettingsFields, after: SettingsFields): Omit<Body, 'version'> {
  const [old, now] = [bodyOf(before), bodyOf(after)];
  const keys = Object.keys(now) as (keyof typeof now)[];
  return Object.fromEntries(
    keys.filter((key) => JSON.stringify(old[key]) !== JSON.stringify(now[key])).map((key) => [key, now[key]]),
  );
}
