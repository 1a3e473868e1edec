import * as z from 'zod';
import type { Tx } from '@vointi/db/client.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Settings } from '../../platform/settings.ts';
import { addJob } from '../../platform/jobs.ts';

/**
 * A mail to be written when it is sent: ids, so that nothing about people waits in the queue. Only feedback, which is
 * kept nowhere else, waits there itself.
 */
export const MailJob = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['invitation', 'reset']), linkId: z.uuid() }),
  /** Somebody who has an account was given a role in another municipality. */
  z.object({ kind: z.literal('access'), userId: z.uuid(), municipalityId: z.uuid() }),
  /** Of everything that its recipient has not answered when it is sent. */
  z.object({ kind: z.literal('reminder'), reminderId: z.uuid() }),
  z.object({
    kind: z.literal('feedback'),
    municipalityId: z.uuid(),
    message: z.string(),
    page: z.exactOptional(z.string()),
    replyTo: z.exactOptional(z.string()),
  }),
]);
export type MailJob = z.output<typeof MailJob>;

export const mailTask = 'send_mail';

/** Sends a mail once the transaction is through; not at all when it is not. */
export const enqueueMail = (tx: Tx, mail: MailJob): Promise<void> => addJob(tx, mailTask, mail);

type MailSettings = Pick<Settings, 'isDemo' | 'smtpUrl'>;

/** Whether the demo's mailbox stands in for real mail. */
export const hasMailbox = ({ isDemo, smtpUrl }: MailSettings): boolean => isDemo && smtpUrl === undefined;

/** Whether mail goes anywhere. */
export const canSendMail = (settings: MailSettings): boolean => settings.smtpUrl !== undefined || hasMailbox(settings);

/** @throws AppError mail_unavailable where mail would go nowhere: to be asked before anything is promised */
export function assertMail(settings: MailSettings): void {
  if (!canSendMail(settings)) throw new AppError('mail_unavailable');
}
