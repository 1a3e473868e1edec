import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export type TestSmtp = {
  url: string;
  /** Received mails, each with its recipients. */
  mails: { to: string[]; raw: string }[];
  /** Requested recipients, accepted or not. */
  recipients: string[];
  start: () => Promise<void>;
  stop: () => Promise<void>;
};

/**
 * A mail server on the loopback address that can stop and start again at the same port. It refuses the recipient
 * `refused`, and takes a mail to `dropped` but closes the connection without an answer.
 */
export async function startSmtp(): Promise<TestSmtp> {
  const mails: TestSmtp['mails'] = [];
  const recipients: string[] = [];
  let server: SMTPServer | undefined;
  let port = 0;
  const start = async () => {
    server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onRcptTo: ({ address }, _session, answer) => {
        recipients.push(address);
        answer(
          address.startsWith('refused') ? Object.assign(new Error('no such user'), { responseCode: 550 }) : undefined,
        );
      },
      onData: (stream, session, taken) => {
        let raw = '';
        stream.on('data', (chunk: Buffer) => (raw += chunk.toString()));
        stream.on('end', () => {
          const to = session.envelope.rcptTo.map(({ address }) => address);
          mails.push({ to, raw });
          if (!to.some((address) => address.startsWith('dropped'))) return taken();
          for (const { _socket } of server?.connections ?? []) _socket.destroy();
        });
      },
    });
    server.on('error', () => {});
    await new Promise<void>((listening) => server?.listen(port, '127.0.0.1', listening));
    ({ port } = server.server.address() as AddressInfo);
  };
  const stop = async () => {
    await new Promise<void>((closed) => (server ? server.close(() => closed()) : closed()));
    server = undefined;
  };
  await start();
  return { url: `smtp://127.0.0.1:${port}`, mails, recipients, start, stop };
}

const unquoted = (text: string) =>
  Buffer.from(
    text.replaceAll(/=([0-9A-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
    'latin1',
  ).toString('utf8');

/** The text of a header whose words may be encoded (RFC 2047). */
export const wordsOf = (header: string): string =>
  header
    .replaceAll(/\?=\s+=\?UTF-8\?Q\?/g, '')
    .replaceAll(/=\?UTF-8\?Q\?(.*?)\?=/g, (_, words: string) => unquoted(words.replaceAll('_', ' ')))
    .replaceAll(/\r\n /g, ' ');

/** The text of a mail in any transfer encoding. */
export function textOf(raw: string): string {
  const [head = '', ...rest] = raw.split('\r\n\r\n');
  const body = rest.join('\r\n\r\n');
  const isQuoted = /quoted-printable/i.test(head);
  const is64 = /base64/i.test(head);
  const plain = is64
    ? Buffer.from(body, 'base64').toString('utf8')
    : isQuoted
      ? unquoted(body.replaceAll('=\r\n', ''))
      : body;
  return plain.replaceAll('\r\n', '\n');
}

/** Waits until a value is there. @throws at the deadline */
export async function until<T>(read: () => T | Promise<T>, withinMs = 20_000): Promise<NonNullable<Awaited<T>>> {
  for (let waited = 0; waited < withinMs; waited += 50) {
    const value = await read();
    if (value) return value;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('It did not come.');
}
