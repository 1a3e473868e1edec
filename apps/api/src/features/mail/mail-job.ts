import * as z from 'zod';
import type { Tx } from '@vointi/db/client.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Settings } from '../../platform/settings.ts';
import { addJob, type When } from '../../platform/jobs.ts';

/**
 * A mail that is written when it is sent: only ids, so that the queue holds no personal data. Feedback alone is in the
 * queue itself, because it is stored nowhere else.
 */
export const MailJob = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['invitation', 'reset']), linkId: z.uuid() }),
  /** An account got a role in another municipality. */
  z.object({ kind: z.literal('access'), userId: z.uuid(), municipalityId: z.uuid() }),
  /** Lists everything that its recipient has not answered when it is sent. */
  z.object({ kind: z.literal('reminder'), reminderId: z.uuid() }),
  /** Tells what there is to tell a person when it is sent. */
  z.object({ kind: z.literal('notices'), userId: z.uuid() }),
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

/** Sends a mail when the transaction commits, or at its time. */
export const enqueueMail = (tx: Tx, mail: MailJob, when: When = {}): Promise<void> => addJob(tx, mailTask, mail, when);

type MailSettings = Pick<Settings, 'isDemo' | 'smtpUrl'>;

/** Whether the demo's mailbox stands in for real mail. */
export const hasMailbox = ({ isDemo, smtpUrl }: MailSettings): boolean => isDemo && smtpUrl === undefined;

/** Whether mail goes anywhere. */
export const canSendMail = (settings: MailSettings): boolean => settings.smtpUrl !== undefined || hasMailbox(settings);

/** @throws AppError mail_unavailable where no mail can be sent: call it before promising one */
export function assertMail(settings: MailSettings): void {
  if (!canSendMail(settings)) throw new AppError('mail_unavailable');
}
