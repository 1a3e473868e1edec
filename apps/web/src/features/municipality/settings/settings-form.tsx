import { useQueryClient } from '@tanstack/react-query';
import type { Settings } from '@vointi/shared/municipality/settings-contract.ts';
import { useRef } from 'react';
import { useFormState } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { Section } from '../../../ui/detail.tsx';
import { Checkbox } from '../../../ui/form/checkbox.tsx';
import { Columns2 } from '../../../ui/form/columns.tsx';
import { Form } from '../../../ui/form/form.tsx';
import { Group } from '../../../ui/form/group.tsx';
import { LeaveGuard } from '../../../ui/form/leave-guard.tsx';
import { Radios } from '../../../ui/form/radios.tsx';
import { TextArea } from '../../../ui/form/text-area.tsx';
import { TextField } from '../../../ui/form/text-field.tsx';
import { tell } from '../../../ui/form/toast.tsx';
import { useFields } from '../../../ui/form/use-fields.ts';
import { useRules } from '../../../ui/form/use-rules.ts';
import { LogoSection } from './logo-section.tsx';
import { municipalitiesQuery } from '../../../domain/municipality/queries.ts';
import { changesOf, formOf, type SettingsFields } from './fields.ts';
import { settingsQuery, updateSettings } from './queries.ts';
import { useDifferences } from './use-differences.ts';

export function SettingsForm({ slug, settings }: { slug: string; settings: Settings }) {
  const t = useTranslations('settings');
  const language = useTranslations('user.languages');
  const rules = useRules();
  const client = useQueryClient();
  const differences = useDifferences();
  // What was changed is told from what the form began with, whatever has been fetched since.
  const start = useRef(settings);
  const form = useFields<SettingsFields>(formOf(settings));
  const { isDirty } = useFormState({ control: form.control });
  const { register } = form;
  const optional = { isOptional: true };
  const take = (saved: Settings) => {
    client.setQueryData(settingsQuery(slug).queryKey, saved);
    void client.invalidateQueries({ queryKey: municipalitiesQuery.queryKey });
  };
  const save = async (values: SettingsFields) => {
    const { version } = start.current;
    const saved = await updateSettings(slug, { version, ...changesOf(formOf(start.current), values) });
    start.current = saved;
    form.reset(formOf(saved));
    take(saved);
    tell(t('saved'));
  };
  return (
    <>
      <Section title={t('settingsTitle')}>
        <Form
          form={form}
          onSend={save}
          onConflict={(current) => {
            const base = start.current;
            start.current = current as Settings;
            return differences(form, base, start.current);
          }}
        >
          <TextField label={t('name.fi')} lang="fi" {...register('name.fi', rules.text(120))} />
          <Columns2>
            <TextField label={t('name.sv')} lang="sv" isOptional {...register('name.sv', rules.text(120, optional))} />
            <TextField label={t('name.en')} lang="en" isOptional {...register('name.en', rules.text(120, optional))} />
          </Columns2>
          <Group label={t('languages')} hint={t('languagesHint')} name="languages">
            <Checkbox label={language('fi')} checked disabled readOnly />
            <Checkbox label={language('sv')} {...register('languages.sv')} />
            <Checkbox label={language('en')} {...register('languages.en')} />
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
          </Group>
          <TextArea
            label={t('statement.fi')}
            hint={t('statement.hint')}
            lang="fi"
            isOptional
            {...register('statement.fi', {
              validate: (value, { statement }) =>
                rules.text(4000, { isOptional: !statement.sv.trim() && !statement.en.trim() }).validate(value),
            })}
          />
          <TextArea
            label={t('statement.sv')}
            lang="sv"
            isOptional
            {...register('statement.sv', rules.text(4000, optional))}
          />
          <TextArea
            label={t('statement.en')}
            lang="en"
            isOptional
            {...register('statement.en', rules.text(4000, optional))}
          />
          <TextField
            label={t('feedback')}
            hint={t('feedbackHint')}
            type="email"
            isOptional
            {...register('feedbackEmail', rules.email(optional))}
          />
        </Form>
      </Section>
      <LogoSection
        slug={slug}
        onSaved={(saved, from) => {
          // The form's own version follows only where nobody else has been in between.
          if (start.current.version === from) start.current = { ...start.current, version: saved.version };
          take(saved);
        }}
      />
      <LeaveGuard isDirty={isDirty} />
    </>
  );
}
