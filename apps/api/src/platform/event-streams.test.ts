import { connect } from 'node:net';
import fastify from 'fastify';
import { afterEach, expect, it, vi } from 'vitest';
import { eventBytes, EventStreams } from './event-streams.ts';

afterEach(() => {
  vi.useRealTimers();
});

const place = (at: number) => ({ group: 'kouvola', address: `192.0.2.${at}` });
const codeOf = async (taken: Promise<unknown>): Promise<unknown> => {
  try {
    await taken;
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

it('lets in so many in any second and no more, also after a quiet night, and has the others wait a little', async () => {
  vi.useFakeTimers({ toFake: ['performance', 'setTimeout', 'clearTimeout'] });
  const streams = new EventStreams({ perSecond: 100 });
  const outcomes: string[] = [];
  const ask = (many: number) => {
    for (let at = 0; at < many; at += 1) {
      void codeOf(streams.take(place(at))).then((code) => outcomes.push(String(code)));
    }
  };
  const letIn = () => outcomes.filter((one) => one === 'let in').length;
  for (const night of [0, 8 * 3_600_000]) {
    await vi.advanceTimersByTimeAsync(night);
    outcomes.length = 0;
    ask(1000);
    await vi.advanceTimersByTimeAsync(0);
    expect(letIn()).toBeGreaterThanOrEqual(29);
    expect(letIn()).toBeLessThanOrEqual(30);
    await vi.advanceTimersByTimeAsync(999);
    expect(letIn()).toBeGreaterThanOrEqual(98);
    expect(letIn()).toBeLessThanOrEqual(100);
    await vi.advanceTimersByTimeAsync(2001);
    // Whoever would have waited longer than three seconds was refused at once.
    expect(letIn()).toBeGreaterThanOrEqual(238);
    expect(outcomes).toHaveLength(1000);
    expect(outcomes.filter((one) => one === 'unavailable')).toHaveLength(1000 - letIn());
  }
});

it('whoever waits for a turn when the server stops is refused, and counted no more', async () => {
  const streams = new EventStreams({ perSecond: 1 });
  await streams.take(place(1));
  const waiting = codeOf(streams.take(place(2)));
  streams.close();
  expect(await waiting).toBe('unavailable');
  expect(streams.size).toBe(1);
});

it('counts the whole network of one who has IPv6, and each place once however often it is given back', async () => {
  const streams = new EventStreams({ perAddress: 2 });
  const take = (address: string) => streams.take({ group: 'kouvola', address });
  const leave = await take('2001:db8::1');
  await take('2001:db8::2:0:0:1');
  expect(await codeOf(take('2001:db8:0:0:ffff::3'))).toBe('too_many_requests');
  expect(await codeOf(take('2001:db8:0:1::1'))).toBe('let in');
  leave();
  leave();
  expect(await codeOf(take('2001:db8::4'))).toBe('let in');
  expect(await codeOf(take('2001:db8::5'))).toBe('too_many_requests');
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
