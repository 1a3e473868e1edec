import { connect, type AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import fastify from 'fastify';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { answerUnreadable } from './unreadable.ts';

const app = fastify({ clientErrorHandler: answerUnreadable('https://vointi.example') });
beforeAll(() => app.listen({ port: 0, host: '127.0.0.1' }));
afterAll(() => app.close());

async function say(bytes: string) {
  const socket = connect((app.server.address() as AddressInfo).port, '127.0.0.1');
  socket.write(bytes);
  const [head = '', body = ''] = (await text(socket)).split('\r\n\r\n');
  return { head, body: JSON.parse(body) as object };
}

it.each([
  ['no request', 'hello\r\n\r\n', 400],
  ['a method that is none', 'BREW / HTTP/1.1\r\nhost: a\r\n\r\n', 400],
  ['headers without end', `GET / HTTP/1.1\r\nhost: a\r\nx: ${'a'.repeat(100_000)}\r\n\r\n`, 431],
])('refuses %s with the headers of every answer', async (_kind, bytes, status) => {
  const { head, body } = await say(bytes);
  expect(head).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
  expect(head).toContain("content-security-policy: default-src 'none'");
  expect(head).toContain('x-content-type-options: nosniff');
  expect(head).toContain('strict-transport-security:');
  expect(head).toContain('content-type: application/problem+json');
  expect(body).toMatchObject({ code: 'invalid_request', status });
});
