import type { Settings } from '../../platform/settings.ts';
import { codeOf } from '../../platform/fault.ts';
import type { JobInfo } from '../../platform/jobs.ts';
import type { Mail } from './read.ts';

/** Long enough for a slow server, short enough that a dead one does not block the queue. */
const waits = { connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 30_000 };

/** A server answers 500 or more for an unknown recipient: a retry changes nothing. */
function isRefusedForGood(error: unknown): boolean {
  const { code, command, responseCode = 0 } = error as { code?: string; command?: string; responseCode?: number };
  return code === 'EENVELOPE' && command === 'RCPT TO' && responseCode >= 500;
}

/**
 * The server got the whole mail and did not answer, so it may have accepted it. Only for mails that must never arrive
 * twice; others are sent again with the same message id.
 */
export class UnknownDelivery extends Error {
  readonly code: string;
  constructor(cause: unknown) {
    super('unknown delivery');
    this.code = codeOf(cause);
  }
}

type Delivering = { mail: Mail; settings: Settings; job: JobInfo; kind: string };

/** Sends a mail to the mail server. `refused`: the recipient is unknown. @throws UnknownDelivery, or the error of the server */
export async function deliver(
  url: string,
  { mail, settings, job: { id, createdAt, signal, log }, kind }: Delivering,
): Promise<'sent' | 'refused'> {
  // Loaded only with a mail server: a demo saves its memory.
  const { createTransport } = await import('nodemailer');
  const transport = createTransport({ url, ...waits });
  let isHandedOver = false;
  transport.use('stream', ({ message }, done) => {
    const open = message.createReadStream.bind(message);
    message.createReadStream = (...options) => open(...options).once('end', () => (isHandedOver = true));
    done();
  });
  try {
    await transport.sendMail({
      ...mail,
      from: settings.mailFrom,
      // The same at every attempt, so that a server that accepted the mail before the connection broke can drop it.
      messageId: `<${id}.${createdAt.getTime()}@${new URL(settings.baseUrl()).hostname}>`,
      headers: { 'auto-submitted': 'auto-generated' },
      disableFileAccess: true,
      disableUrlAccess: true,
      signal,
    });
    return 'sent';
  } catch (error) {
    if (isRefusedForGood(error)) {
      log.warn({ job: id, kind, code: codeOf(error) }, 'the recipient of a mail was refused');
      return 'refused';
    }
    const isAnswered = (error as { responseCode?: number }).responseCode !== undefined;
    throw isHandedOver && !isAnswered ? new UnknownDelivery(error) : error;
  }
}
