import { useQueryClient } from '@tanstack/react-query';
import { mailTopics, type MailTopic } from '@vointi/shared/mail/topics.ts';
import type { Me } from '@vointi/shared/session/contract.ts';
import { updateAccount } from '@vointi/shared/session/endpoints.ts';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { takeSession } from '../../../domain/session/queries.ts';
import { call } from '../../../lib/call.ts';
import { Checkbox } from '../../../ui/form/checkbox.tsx';
import { Form } from '../../../ui/form/form.tsx';
import { Group } from '../../../ui/form/group.tsx';
import { useFields } from '../../../ui/form/use-fields.ts';
import { Done } from './done.tsx';

/** Of what the person gets mail. Reminders are not here, as they always come. */
export function MailsForm({ me }: { me: Me }) {
  const t = useTranslations('account');
  const client = useQueryClient();
  const [isSaved, setSaved] = useState(false);
  const isWanted = (topic: MailTopic) => !me.mutedMails.includes(topic);
  const form = useFields<Record<MailTopic, boolean>>({
    rounds: isWanted('rounds'),
    answers: isWanted('answers'),
    comments: isWanted('comments'),
  });
  const save = async (wanted: Record<MailTopic, boolean>) => {
    setSaved(false);
    const mutedMails = mailTopics.filter((topic) => !wanted[topic]);
    takeSession(client, await call(updateAccount, { body: { mutedMails } }));
    setSaved(true);
  };
  return (
    <Form form={form} onSend={save} actions={<Done isDone={isSaved} text={t('saved')} />}>
      <Group label={t('mails')} hint={t('mailsHint')}>
        {mailTopics.map((topic) => (
          <Checkbox key={topic} label={t(`mailTopic.${topic}`)} {...form.register(topic)} />
        ))}
      </Group>
    </Form>
  );
}
