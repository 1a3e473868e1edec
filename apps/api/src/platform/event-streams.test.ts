import { connect } from 'node:net';
import fastify from 'fastify';
import { afterEach, expect, it, vi } from 'vitest';
import { type StreamRequest, eventBytes, EventStreams } from './event-streams.ts';
import { TokenBuckets } from './token-bucket.ts';

afterEach(() => {
  vi.useRealTimers();
});

const requestFrom = (host: number) => ({ group: 'kouvola', address: `192.0.2.${host}` });
const codeOf = async (taken: Promise<unknown>): Promise<unknown> => {
  try {
    await taken;
  } catch (error) {
    return (error as { code: string }).code;
  }
  return 'admitted';
};

it('writes an event as its number, its name and its data on one line', () => {
  expect(eventBytes('plan', { year: 2024, text: 'a\nb' }, 7).toString()).toBe(
    'id: 7\nevent: plan\ndata: {"year":2024,"text":"a\\nb"}\n\n',
  );
});

/** The outcome of a request: 'admitted', or the code of the refusal. */
const outcomeOf = async (streams: EventStreams, streamRequest: StreamRequest) =>
  codeOf((async () => streams.take(streamRequest).admit())());

it('limits admissions in any second, also after a quiet night, and lets the others wait a little', async () => {
  vi.useFakeTimers({ toFake: ['performance', 'setTimeout', 'clearTimeout'] });
  const streams = new EventStreams({ perSecond: 100, reserved: 0 });
  const outcomes: string[] = [];
  const ask = (many: number) => {
    for (let index = 0; index < many; index += 1) {
      void outcomeOf(streams, requestFrom(index)).then((code) => outcomes.push(String(code)));
    }
  };
  const admitted = () => outcomes.filter((one) => one === 'admitted').length;
  for (const night of [0, 8 * 3_600_000]) {
    await vi.advanceTimersByTimeAsync(night);
    outcomes.length = 0;
    ask(1000);
    await vi.advanceTimersByTimeAsync(0);
    expect(admitted()).toBeGreaterThanOrEqual(19);
    expect(admitted()).toBeLessThanOrEqual(20);
    await vi.advanceTimersByTimeAsync(999);
    expect(admitted()).toBeGreaterThanOrEqual(98);
    expect(admitted()).toBeLessThanOrEqual(100);
    await vi.advanceTimersByTimeAsync(2001);
    // Requests that would have waited longer than three seconds were refused at once.
    expect(admitted()).toBeGreaterThanOrEqual(258);
    expect(outcomes).toHaveLength(1000);
    expect(outcomes.filter((one) => one === 'unavailable')).toHaveLength(1000 - admitted());
  }
});

it('slows one address that reconnects fast, so that others are admitted, and admits it again a moment later', async () => {
  vi.useFakeTimers({ toFake: ['performance', 'setTimeout', 'clearTimeout'] });
  const streams = new EventStreams();
  const outcomes: unknown[] = [];
  const comeAndGo = async () => {
    try {
      const { admit, release } = streams.take(requestFrom(1));
      await admit();
      release();
      outcomes.push('admitted');
    } catch (error) {
      outcomes.push((error as { code: string }).code);
    }
  };
  for (let turn = 0; turn < 5000; turn += 1) {
    void comeAndGo();
    await vi.advanceTimersByTimeAsync(1);
  }
  await vi.advanceTimersByTimeAsync(3000);
  expect(outcomes.filter((one) => one === 'admitted').length).toBeLessThanOrEqual(40 + 5 * 20);
  expect(outcomes.filter((one) => one === 'too_many_requests').length).toBeGreaterThan(4800);
  expect(await outcomeOf(streams, requestFrom(1))).toBe('admitted');
  expect(await outcomeOf(streams, requestFrom(2))).toBe('admitted');
});

it('reserves slots and admissions for paired screens', async () => {
  vi.useFakeTimers({ toFake: ['performance', 'setTimeout', 'clearTimeout'] });
  const screen = (host: number): StreamRequest => ({ ...requestFrom(host), screen: `screen-${host}` });
  const full = new EventStreams({ inAll: 20, perGroup: 10, perAddress: 2, perSecond: 1e6 });
  for (let host = 0; host < 9; host += 1) expect(await outcomeOf(full, requestFrom(host))).toBe('admitted');
  expect(await outcomeOf(full, requestFrom(9))).toBe('too_many_requests');
  expect(await outcomeOf(full, screen(9))).toBe('admitted');
  expect(await outcomeOf(full, screen(10))).toBe('too_many_requests');
  for (let host = 0; host < 8; host += 1)
    expect(await outcomeOf(full, { ...requestFrom(host), group: 'sipoo' })).toBe('admitted');
  expect(await outcomeOf(full, { ...requestFrom(8), group: 'sipoo' })).toBe('unavailable');
  expect(await outcomeOf(full, { ...screen(11), group: 'sipoo' })).toBe('admitted');

  const busy = new EventStreams();
  const others = Array.from({ length: 400 }, (_, host) => outcomeOf(busy, requestFrom(host)));
  const admitted: number[] = [];
  const before = performance.now();
  for (let host = 0; host < 10; host += 1)
    void outcomeOf(busy, screen(host)).then((code) => code === 'admitted' && admitted.push(host));
  await vi.advanceTimersByTimeAsync(1000);
  expect([admitted.length, performance.now() - before]).toEqual([10, 1000]);
  await vi.advanceTimersByTimeAsync(3000);
  expect((await Promise.all(others)).filter((one) => one === 'unavailable').length).toBeGreaterThan(100);
});

it('slows one screen that keeps reconnecting, so that other screens are admitted', async () => {
  const streams = new EventStreams();
  const outcomes = await Promise.all(
    Array.from({ length: 50 }, () => outcomeOf(streams, { ...requestFrom(1), screen: 'one' })),
  );
  expect(outcomes.filter((one) => one === 'admitted')).toHaveLength(4);
  expect(await outcomeOf(streams, { ...requestFrom(1), screen: 'two' })).toBe('admitted');
});

it('refuses requests that wait when the server stops, and counts them no more', async () => {
  const streams = new EventStreams({ perSecond: 1, reserved: 0 });
  await streams.take(requestFrom(1)).admit();
  const { admit, release } = streams.take(requestFrom(2));
  const waiting = codeOf(admit());
  streams.close();
  expect(await waiting).toBe('unavailable');
  release();
  expect(streams.size).toBe(1);
});

it('counts an IPv6 network as one address, and releases each slot once', async () => {
  const streams = new EventStreams({ perAddress: 2 });
  const take = (address: string) => outcomeOf(streams, { group: 'kouvola', address });
  const { release } = streams.take({ group: 'kouvola', address: '2001:db8::1' });
  await take('2001:db8::2:0:0:1');
  expect(await take('2001:db8:0:0:ffff::3')).toBe('too_many_requests');
  expect(await take('2001:db8:0:1::1')).toBe('admitted');
  release();
  release();
  expect(await take('2001:db8::4')).toBe('admitted');
  expect(await take('2001:db8::5')).toBe('too_many_requests');
  expect(streams.size).toBe(3);
});

it('remembers only addresses of recent requests', async () => {
  vi.useFakeTimers({ toFake: ['performance'] });
  const buckets = new TokenBuckets();
  for (let key = 0; key < 1000; key += 1) buckets.of(String(key), 20).take();
  expect(buckets.size).toBe(1000);
  vi.advanceTimersByTime(2000);
  buckets.of('another', 20).take();
  expect(buckets.size).toBe(1);
});

it('drops a listener that does not read, and frees its memory', async () => {
  const streams = new EventStreams({ waitingBytes: 64 * 1024 });
  const app = fastify();
  let events = 0;
  const isClosed = Promise.withResolvers<void>();
  app.get('/', async (request, reply) => {
    const stream = streams.start(request, reply, isClosed.resolve);
    const bytes = eventBytes('plan', { filler: 'x'.repeat(8000) });
    // The system buffers some megabytes for a peer that does not read; after that the bytes wait in this process.
    const timer = setInterval(() => {
      if (reply.raw.destroyed || events > 5000) return clearInterval(timer);
      stream.send(bytes);
      events += 1;
    }, 0);
    return reply;
  });
  const address = new URL(await app.listen({ port: 0, host: '127.0.0.1' }));
  const socket = connect(Number(address.port), address.hostname);
  socket.write(`GET / HTTP/1.1\r\nhost: ${address.host}\r\n\r\n`);
  socket.pause();
  await isClosed.promise;
  expect(events).toBeLessThan(5000);
  socket.destroy();
  await app.close();
});
