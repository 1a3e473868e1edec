import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export type TestSmtp = {
  url: string;
  /** Mails as they came, each with its recipients. */
  mails: { to: string[]; raw: string }[];
  /** Recipients asked for, accepted or not. */
  asked: string[];
  start: () => Promise<void>;
  stop: () => Promise<void>;
};

/**
 * A mail server on the loopback that can go away and come back at the same port. Refuses whoever is called `refused`,
 * takes the mail of `dropped` and hangs up without a word.
 */
export async function startSmtp(): Promise<TestSmtp> {
  const mails: TestSmtp['mails'] = [];
  const asked: string[] = [];
  let server: SMTPServer | undefined;
  let port = 0;
  const start = async () => {
    server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onRcptTo: ({ address }, _session, answer) => {
        asked.push(address);
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
  return { url: `smtp://127.0.0.1:${port}`, mails, asked, start, stop };
}

const unquoted = (text: string) =>
  Buffer.from(
    text.replaceAll(/=([0-9A-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
    'latin1',
  ).toString('utf8');

/** A header whose words may be encoded (RFC 2047). */
export const wordsOf = (header: string): string =>
  header
    .replaceAll(/\?=\s+=\?UTF-8\?Q\?/g, '')
    .replaceAll(/=\?UTF-8\?Q\?(.*?)\?=/g, (_, words: string) => unquoted(words.replaceAll('_', ' ')))
    .replaceAll(/\r\n /g, ' ');

/** The text of a mail, however it was encoded on its way. */
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

/** Waits for what comes by itself. @throws when it does not come */
export async function until<T>(found: () => T | Promise<T>, withinMs = 20_000): Promise<NonNullable<Awaited<T>>> {
  for (let waited = 0; waited < withinMs; waited += 50) {
    const value = await found();
    if (value) return value;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('It did not come.');
}
