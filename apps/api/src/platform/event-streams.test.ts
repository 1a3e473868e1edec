import { connect } from 'node:net';
import fastify from 'fastify';
import { afterEach, expect, it, vi } from 'vitest';
import { eventBytes, EventStreams } from './event-streams.ts';

afterEach(() => {
  vi.useRealTimers();
});

const place = (at: number) => ({ group: 'kouvola', address: `192.0.2.${at}` });
const refusalOf = (take: () => unknown): unknown => {
  try {
    take();
  } catch (error) {
    return (error as { code: string }).code;
  }
  return 'let in';
};

it('an event is its name, its data on one line and its number', () => {
  expect(eventBytes('plan', { year: 2024, text: 'a\nb' }, 7).toString()).toBe(
    'id: 7\nevent: plan\ndata: {"year":2024,"text":"a\\nb"}\n\n',
  );
});

it('lets in so many a second, evenly, and no more at once after a quiet night', () => {
  vi.useFakeTimers({ toFake: ['performance'] });
  const streams = new EventStreams({ perSecond: 100 });
  const letIn = (asked: number) =>
    Array.from({ length: asked }, (_, at) => refusalOf(() => streams.take(place(at)))).filter((one) => one === 'let in')
      .length;
  expect(letIn(150)).toBe(100);
  vi.advanceTimersByTime(500);
  expect(letIn(150)).toBe(50);
  vi.advanceTimersByTime(8 * 3_600_000);
  expect(letIn(250)).toBe(100);
});

it('counts the whole network of one who has IPv6, and each place once however often it is given back', () => {
  const streams = new EventStreams({ perAddress: 2 });
  const take = (address: string) => streams.take({ group: 'kouvola', address });
  const leave = take('2001:db8::1');
  take('2001:db8::2:0:0:1');
  expect(refusalOf(() => take('2001:db8:0:0:ffff::3'))).toBe('too_many_requests');
  expect(refusalOf(() => take('2001:db8:0:1::1'))).toBe('let in');
  leave();
  leave();
  expect(refusalOf(() => take('2001:db8::4'))).toBe('let in');
  expect(refusalOf(() => take('2001:db8::5'))).toBe('too_many_requests');
  expect(streams.size).toBe(3);
});

it('a listener that does not read is let go, and holds nothing', async () => {
  const streams = new EventStreams({ waitingBytes: 64 * 1024 });
  const app = fastify();
  let sent = 0;
  const isClosed = Promise.withResolvers<void>();
  app.get('/', async (request, reply) => {
    const stream = streams.start(request, reply, isClosed.resolve);
    const bytes = eventBytes('plan', { filler: 'x'.repeat(8000) });
    // The system takes some megabytes for a peer that does not read; then they wait here, until it is too much.
    const timer = setInterval(() => {
      if (reply.raw.destroyed || sent > 5000) return clearInterval(timer);
      stream.send(bytes);
      sent += 1;
    }, 0);
    return reply;
  });
  const address = new URL(await app.listen({ port: 0, host: '127.0.0.1' }));
  const socket = connect(Number(address.port), address.hostname);
  socket.write(`GET / HTTP/1.1\r\nhost: ${address.host}\r\n\r\n`);
  socket.pause();
  await isClosed.promise;
  expect(sent).toBeLessThan(5000);
  socket.destroy();
  await app.close();
});
