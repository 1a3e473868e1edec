import type { Context } from '../../platform/context.ts';
import type { JobInfo, Task } from '../../platform/jobs.ts';
import { claimNotices, claimReminder, settleNotices, settleReminder } from '../reminder/public.ts';
import { deliver, UnknownDelivery } from './deliver.ts';
import { hasMailbox, MailJob } from './mail-job.ts';
import { type Mail, mailOf } from './read.ts';

const logUnknown = ({ log, id }: JobInfo, kind: string) =>
  log.warn({ job: id, kind }, 'whether a mail was sent is not known; it is not sent again');

/** The job that sends mail to the mail server, or stores it in the demo's mailbox. */
export function sendMailTask(context: Context): Task {
  const { settings, db, now } = context;

  const send = async (mail: Mail, job: JobInfo, kind: string): Promise<'sent' | 'refused'> => {
    if (settings.smtpUrl !== undefined) return deliver(settings.smtpUrl, { mail, settings, job, kind });
    const { to, subject, text } = mail;
    if (hasMailbox(settings)) await db.demoMail.create({ data: { to, subject, text, createdAt: now() } });
    return 'sent';
  };

  /** Sends a claimed mail, and stores what became of it. */
  const sendClaimed = async (
    { mail, kind, job }: { mail: Mail; kind: string; job: JobInfo },
    settle: (outcome: 'sent' | 'queued' | 'refused' | 'unknown') => Promise<void>,
  ): Promise<void> => {
    const outcome = await send(mail, job, kind).catch(async (error: unknown) => {
      if (error instanceof UnknownDelivery) return 'unknown' as const;
      await settle('queued');
      throw error;
    });
    if (outcome === 'unknown') logUnknown(job, kind);
    await settle(outcome);
  };

  const sendReminder = async (id: string, job: JobInfo): Promise<void> => {
    const claim = await claimReminder(context, id);
    if (claim === 'unknown') logUnknown(job, 'reminder');
    if (typeof claim === 'string') return;
    await sendClaimed({ ...claim, kind: 'reminder', job }, (outcome) => settleReminder(context, id, outcome));
  };

  const sendNotices = async (userId: string, job: JobInfo): Promise<void> => {
    const { claim, mailId } = await claimNotices(context, { userId, jobId: job.id });
    if (claim === 'unknown') logUnknown(job, 'notices');
    if (typeof claim === 'string') return;
    await sendClaimed({ ...claim, kind: 'notices', job }, (outcome) =>
      settleNotices(context, { userId, mailId }, outcome),
    );
  };

  return async (payload, job) => {
    const mailJob = MailJob.parse(payload);
    if (mailJob.kind === 'reminder') return sendReminder(mailJob.reminderId, job);
    if (mailJob.kind === 'notices') return sendNotices(mailJob.userId, job);
    const mail = await mailOf(context, mailJob);
    if (mail) await send(mail, job, mailJob.kind);
  };
}
