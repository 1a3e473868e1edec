import { useQueryClient } from '@tanstack/react-query';
import type { Settings } from '@vointi/shared/municipality/settings-contract.ts';
import { languages, type Language } from '@vointi/shared/text/text.ts';
import { useFormState, useWatch } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { useFormat } from '../../../lib/format.ts';
import { Section } from '../../../ui/detail.tsx';
import { Checkbox } from '../../../ui/form/checkbox.tsx';
import { Form } from '../../../ui/form/form.tsx';
import { original, translations } from '../../../ui/form/form-texts.ts';
import { Group } from '../../../ui/form/group.tsx';
import { LeaveGuard } from '../../../ui/form/leave-guard.tsx';
import { useLanguageLabels } from '../../../ui/form/use-language-labels.ts';
import { LocalizedField } from '../../../ui/form/localized-field.tsx';
import { Radios } from '../../../ui/form/radios.tsx';
import { TextField } from '../../../ui/form/text-field.tsx';
import { showToast } from '../../../ui/form/toast.tsx';
import { useDefinedForm } from '../../../ui/form/use-defined-form.ts';
import { LogoSection } from './logo-section.tsx';
import { municipalitiesQuery } from '../../../domain/municipality/queries.ts';
import { settingsForm } from './fields.ts';
import { settingsQuery, updateSettings } from './queries.ts';
import { WithoutApprover } from './without-approver.tsx';

export function SettingsForm({ slug, settings }: { slug: string; settings: Settings }) {
  const t = useTranslations('settings');
  const { labelIn, nameOf } = useLanguageLabels();
  const client = useQueryClient();
  const format = useFormat();
  const take = (saved: Settings) => {
    client.setQueryData(settingsQuery(slug).queryKey, saved);
    void client.invalidateQueries({ queryKey: municipalitiesQuery.queryKey });
  };
  const { form, sending, input, texts, base } = useDefinedForm(settingsForm, {
    row: settings,
    update: (_, body) => updateSettings(slug, body),
    onDone: (saved) => {
      base.current = saved;
      form.reset(settingsForm.ofRow(saved));
      take(saved);
      showToast(t('saved'));
    },
    words: {
      languages: (chosen: Record<Language, boolean>) =>
        format.list(languages.filter((one) => chosen[one]).map((one) => nameOf(one))),
      approvalStep: (isOn: boolean) => t(isOn ? 'yes' : 'no'),
    },
  });
  const { isDirty } = useFormState({ control: form.control });
  const { register } = form;
  const hasApproval = useWatch({ control: form.control, name: 'approvalStep' });
  return (
    <>
      <Section title={t('settingsTitle')}>
        <Form {...sending}>
          <LocalizedField label={labelIn(t('nameLabel'))} {...texts('name')} />
          <Group label={t('languages')} hint={t('languagesHint')} name="languages">
            <Checkbox label={nameOf(original)} checked disabled readOnly />
            {translations.map((one) => (
              <Checkbox key={one} label={nameOf(one)} {...register(`languages.${one}`)} />
            ))}
          </Group>
          <Radios
            label={t('boardAccess')}
            choices={[
              { value: 'public', label: t('access.public'), note: t('access.publicNote') },
              { value: 'signed_in', label: t('access.signed_in'), note: t('access.signedInNote') },
            ]}
            {...register('boardAccess')}
          />
          <Group label={t('approval')}>
            <Checkbox isCard label={t('approvalStep')} note={t('approvalNote')} {...register('approvalStep')} />
            {hasApproval && <WithoutApprover slug={slug} departments={settings.withoutApprover} />}
          </Group>
          <LocalizedField
            rows={2}
            label={labelIn(t('statementLabel'))}
            hint={t('statementHint')}
            {...texts('statement')}
          />
          <TextField label={t('feedback')} hint={t('feedbackHint')} type="email" {...input('feedbackEmail')} />
        </Form>
      </Section>
      <LogoSection
        slug={slug}
        onSaved={(saved, from) => {
          // Take the new version only if nobody else saved in between: the form would otherwise overwrite them.
          const now = base.current;
          if (now?.version === from) base.current = { ...now, version: saved.version };
          take(saved);
        }}
      />
      <LeaveGuard isDirty={isDirty} />
    </>
  );
}
