import { useQueryClient } from '@tanstack/react-query';
import type { Me } from '@vointi/shared/session/contract.ts';
import { languages } from '@vointi/shared/text/text.ts';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { updateAccount } from '@vointi/shared/session/endpoints.ts';
import { call } from '../../../lib/call.ts';
import { Form } from '../../../ui/form/form.tsx';
import { useLanguageLabels } from '../../../ui/form/use-language-labels.ts';
import { Select } from '../../../ui/form/select.tsx';
import { TextField } from '../../../ui/form/text-field.tsx';
import { useFields } from '../../../ui/form/use-fields.ts';
import { useRules } from '../../../ui/form/use-rules.ts';
import { takeSession } from '../../../domain/session/queries.ts';
import { Done } from './done.tsx';
import { maxDisplayName } from '@vointi/shared/user/limits.ts';

/** The person's name and the language of mails. */
export function AboutForm({ me }: { me: Me }) {
  const t = useTranslations('account');
  const { nameOf } = useLanguageLabels();
  const rules = useRules();
  const client = useQueryClient();
  const [isSaved, setSaved] = useState(false);
  const form = useFields({ displayName: me.displayName, language: me.language });
  const save = async (body: Pick<Me, 'displayName' | 'language'>) => {
    setSaved(false);
    takeSession(client, await call(updateAccount, { body }));
    setSaved(true);
  };
  return (
    <Form form={form} onSend={save} actions={<Done isDone={isSaved} text={t('saved')} />}>
      <TextField
        label={t('name')}
        hint={t('nameHint')}
        autoComplete="name"
        {...form.register('displayName', rules.text(maxDisplayName))}
      />
      <Select
        label={t('language')}
        hint={t('languageHint')}
        options={languages.map((value) => ({ value, label: nameOf(value) }))}
        {...form.register('language')}
      />
    </Form>
  );
}
