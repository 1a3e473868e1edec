import type { Context } from '../../platform/context.ts';
import type { JobInfo, Task } from '../../platform/jobs.ts';
import { claimReminder, settleReminder } from '../reminder/public.ts';
import { deliver, UnknownDelivery } from './deliver.ts';
import { hasMailbox, MailJob } from './mail-job.ts';
import { type Mail, mailOf } from './read.ts';

/** The job that sends mail to the mail server, or stores it in the demo's mailbox. */
export function sendMailTask(context: Context): Task {
  const { settings, db, now } = context;

  const send = async (mail: Mail, job: JobInfo, kind: string): Promise<'sent' | 'refused'> => {
    if (settings.smtpUrl !== undefined) return deliver(settings.smtpUrl, { mail, settings, job, kind });
    const { to, subject, text } = mail;
    if (hasMailbox(settings)) await db.demoMail.create({ data: { to, subject, text, createdAt: now() } });
    return 'sent';
  };

  const sendReminder = async (id: string, job: JobInfo): Promise<void> => {
    const claim = await claimReminder(context, id);
    const logUnknown = () =>
      job.log.warn({ job: job.id, reminder: id }, 'whether a reminder was sent is not known; it is not sent again');
    if (claim === 'unknown') logUnknown();
    if (typeof claim === 'string') return;
    const outcome = await send(claim.mail, job, 'reminder').catch(async (error: unknown) => {
      if (error instanceof UnknownDelivery) return 'unknown' as const;
      await settleReminder(context, id, 'queued');
      throw error;
    });
    if (outcome === 'unknown') logUnknown();
    await settleReminder(context, id, outcome === 'sent' ? 'sent' : 'failed');
  };

  return async (payload, job) => {
    const mailJob = MailJob.parse(payload);
    if (mailJob.kind === 'reminder') return sendReminder(mailJob.reminderId, job);
    const mail = await mailOf(context, mailJob);
    if (mail) await send(mail, job, mailJob.kind);
  };
}
