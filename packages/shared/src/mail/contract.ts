import * as z from 'zod';
import { route } from '../http/route.ts';
import { listMails } from './endpoints.ts';

export const DemoMail = z.object({
  id: z.uuid(),
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  createdAt: z.iso.datetime(),
});
export type DemoMail = z.output<typeof DemoMail>;

export const mailboxApi = {
  list: route(listMails, {
    can: 'session:open',
    tag: 'mail',
    summary: 'The demo’s mailbox',
    description:
      'What would have been sent, the latest first. Only in a demo without a mail server; anywhere else there is no such address.',
    response: z.object({ mails: z.array(DemoMail).max(100) }),
  }),
};
