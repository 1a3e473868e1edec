import { forEachLanguage, type Language } from '@vointi/shared/text/text.ts';
import type fi from '../../locales/fi/mail.json';
import { messagesOf } from '../../platform/messages.ts';

export type Letter = { subject: string; text: string };

type Invitation = { name: string; where: string; url: string; until: Date };
type Access = { name: string; where: string; url: string };
type Feedback = { where: string; message: string; page: string | undefined; replyTo: string | undefined };

const messages = messagesOf<typeof fi>('mail');

/** The texts say what happened, the one thing to do, and what to do if the mail was not expected. */
const texts = forEachLanguage((language) => {
  const t = messages[language];
  const letter = (kind: keyof typeof fi, values: Parameters<typeof t>[1]): Letter => ({
    subject: t(`${kind}.subject`, values),
    text: t(`${kind}.text`, values),
  });
  return {
    invitation: (facts: Invitation) => letter('invitation', facts),
    reset: (facts: Omit<Invitation, 'where'>) => letter('reset', facts),
    access: (facts: Access) => letter('access', facts),
    feedback: (facts: Feedback) =>
      letter('feedback', {
        ...facts,
        hasPage: facts.page === undefined ? 'no' : 'yes',
        hasAddress: facts.replyTo ? 'yes' : 'no',
      }),
  };
});

export const textsIn = (language: Language) => texts[language];
