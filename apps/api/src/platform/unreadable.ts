import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { Problem } from '@vointi/shared/http/problem.ts';
import { headersOfUnreadable } from './security-headers.ts';

const statusOf: Record<string, number> = { ERR_HTTP_REQUEST_TIMEOUT: 408, HPE_HEADER_OVERFLOW: 431 };

/** Answers bytes that are no HTTP request and so reach no hook, with the headers and the form of every other refusal. */
export const answerUnreadable =
  (publicUrl: string | undefined) =>
  ({ code = '' }: NodeJS.ErrnoException, socket: Socket): void => {
    if (code === 'ECONNRESET' || socket.destroyed) return;
    const status = statusOf[code] ?? 400;
    const problem: Problem = { code: 'invalid_request', status, requestId: crypto.randomUUID() };
    const body = JSON.stringify(problem);
    const headers = {
      ...headersOfUnreadable(publicUrl),
      'content-type': 'application/problem+json; charset=utf-8',
      'cache-control': 'no-store',
      'content-length': Buffer.byteLength(body),
      connection: 'close',
    };
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
    if (socket.writable) socket.write(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('')}\r\n${body}`);
    socket.destroySoon();
  };
