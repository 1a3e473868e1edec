import type { Context } from '../../platform/context.ts';
import { codeOf } from '../../platform/fault.ts';
import type { JobInfo, Task } from '../../platform/jobs.ts';
import { hasMailbox, MailJob } from './mail-job.ts';
import { type Mail, mailOf } from './read.ts';

/** Long enough for a slow server, short enough that a dead one does not hold the queue. */
const waits = { connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 30_000 };

/** A server that knows the recipient is not there says so with a code of 500 or more: asking again changes nothing. */
function isRefusedForGood(error: unknown): boolean {
  const { code, command, responseCode = 0 } = error as { code?: string; command?: string; responseCode?: number };
  return code === 'EENVELOPE' && command === 'RCPT TO' && responseCode >= 500;
}

const openTransport = async (url: string) => (await import('nodemailer')).createTransport({ url, ...waits });

/** The job that sends mail: by the mail server, or into the demo's mailbox. */
export function sendMailTask(context: Context): Task {
  const { settings, db, now } = context;
  // Loaded where there is a server to send by: a demo does without, and without its memory.
  const opening = settings.smtpUrl === undefined ? undefined : openTransport(settings.smtpUrl);

  const send = async (mail: Mail, { id, createdAt, signal, log }: JobInfo, kind: string) => {
    const transport = await opening;
    if (!transport) {
      const { to, subject, text } = mail;
      if (hasMailbox(settings)) await db.demoMail.create({ data: { to, subject, text, createdAt: now() } });
      return;
    }
    try {
      await transport.sendMail({
        ...mail,
        from: settings.mailFrom,
        // The same at every attempt: a server that took the mail before the connection broke can tell.
        messageId: `<${id}.${createdAt.getTime()}@${new URL(settings.baseUrl()).hostname}>`,
        headers: { 'auto-submitted': 'auto-generated' },
        disableFileAccess: true,
        disableUrlAccess: true,
        signal,
      });
    } catch (error) {
      if (!isRefusedForGood(error)) throw error;
      log.warn({ job: id, kind, code: codeOf(error) }, 'the recipient of a mail was refused');
    }
  };

  return async (payload, job) => {
    const asked = MailJob.parse(payload);
    const mail = await mailOf(context, asked);
    if (mail) await send(mail, job, asked.kind);
  };
}
