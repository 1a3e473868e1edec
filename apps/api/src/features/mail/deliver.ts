import type { Settings } from '../../platform/settings.ts';
import { codeOf } from '../../platform/fault.ts';
import type { JobInfo } from '../../platform/jobs.ts';
import type { Mail } from './read.ts';

/** Long enough for a slow server, short enough that a dead one does not hold the queue. */
const waits = { connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 30_000 };

/** A server that knows the recipient is not there says so with a code of 500 or more: asking again changes nothing. */
function isRefusedForGood(error: unknown): boolean {
  const { code, command, responseCode = 0 } = error as { code?: string; command?: string; responseCode?: number };
  return code === 'EENVELOPE' && command === 'RCPT TO' && responseCode >= 500;
}

/**
 * The whole mail went to the server, which then said nothing: it may have taken it. Only for what must never come
 * twice; the rest is sent again, with the same message id.
 */
export class UnknownDelivery extends Error {
  readonly code: string;
  constructor(cause: unknown) {
    super('unknown delivery');
    this.code = codeOf(cause);
  }
}

type Delivering = { mail: Mail; settings: Settings; job: JobInfo; kind: string };

/** Hands a mail to the mail server. Refused: the recipient is not there. @throws UnknownDelivery, or what kept it from being taken */
export async function deliver(
  url: string,
  { mail, settings, job: { id, createdAt, signal, log }, kind }: Delivering,
): Promise<'sent' | 'refused'> {
  // Loaded where there is a server to send by: a demo does without, and without its memory.
  const { createTransport } = await import('nodemailer');
  const transport = createTransport({ url, ...waits });
  let isHandedOver = false;
  transport.use('stream', ({ message }, done) => {
    const open = message.createReadStream.bind(message);
    message.createReadStream = (...given) => open(...given).once('end', () => (isHandedOver = true));
    done();
  });
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
