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
    summary: 'List mails of the demo',
    description:
      'Returns the mails that a demo without a mail server would have sent, latest first. Other installations give 404.',
    response: z.object({ mails: z.array(DemoMail).max(100) }),
  }),
};
