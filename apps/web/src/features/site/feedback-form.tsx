import type { Text } from '@vointi/shared/text/text.ts';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { sendFeedback } from '@vointi/shared/municipality/endpoints.ts';
import { call } from '../../lib/call.ts';
import { useLocalizedText } from '../../lib/text.tsx';
import { Form } from '../../ui/form/form.tsx';
import { TextArea } from '../../ui/form/text-area.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { useFields } from '../../ui/form/use-fields.ts';
import { useRules } from '../../ui/form/use-rules.ts';
import { Icon } from '../../ui/icon.tsx';
import styles from './feedback-form.module.css';
import { maxFeedback, maxFeedbackPage } from '@vointi/shared/municipality/limits.ts';

type Values = { message: string; page: string; replyTo: string };

/** Sends feedback to the municipality's contact by mail; nothing is stored. */
export function FeedbackForm({ slug, name }: { slug: string; name: Text }) {
  const t = useTranslations('site');
  const localize = useLocalizedText();
  const rules = useRules();
  const [isSent, setSent] = useState(false);
  const form = useFields<Values>({ message: '', page: '', replyTo: '' });
  const submit = async ({ message, page, replyTo }: Values) => {
    setSent(false);
    const body = {
      message: message.trim(),
      ...(page.trim() && { page: page.trim() }),
      ...(replyTo.trim() && { replyTo: replyTo.trim() }),
    };
    await call(sendFeedback, {
      params: { slug },
      body,
    });
    form.reset();
    setSent(true);
  };
  return (
    <section aria-label={t('feedback.title')} className={styles['feedback']}>
      <p>{t('feedback.lead', { name: localize(name) })}</p>
      <Form
        form={form}
        onSend={submit}
        submit={t('feedback.send')}
        busy={t('feedback.sending')}
        failed={t('feedback.failed')}
        actions={
          <p role="status" className={styles['sent']}>
            {isSent && (
              <>
                <Icon name="check" />
                {t('feedback.sent')}
              </>
            )}
          </p>
        }
      >
        <TextArea
          label={t('feedback.message')}
          hint={t('feedback.messageHint')}
          {...form.register('message', rules.text(maxFeedback))}
        />
        <TextField
          label={t('feedback.page')}
          isOptional
          {...form.register('page', rules.text(maxFeedbackPage, { isOptional: true }))}
        />
        <TextField
          label={t('feedback.replyTo')}
          hint={t('feedback.replyToHint')}
          type="email"
          autoComplete="email"
          isOptional
          {...form.register('replyTo', rules.email({ isOptional: true }))}
        />
      </Form>
    </section>
  );
}
