import { connect } from 'node:net';
import fastify from 'fastify';
import { afterEach, expect, it, vi } from 'vitest';
import { type Asker, eventBytes, EventStreams } from './event-streams.ts';
import { TokenBuckets } from './token-bucket.ts';

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

/** Whether somebody is let in, in the end; the code of the refusal otherwise. */
const come = async (streams: EventStreams, asker: Asker) => codeOf((async () => streams.take(asker).admit())());

it('lets in so many in any second and no more, also after a quiet night, and has the others wait a little', async () => {
  vi.useFakeTimers({ toFake: ['performance', 'setTimeout', 'clearTimeout'] });
  const streams = new EventStreams({ perSecond: 100, reserved: 0 });
  const outcomes: string[] = [];
  const ask = (many: number) => {
    for (let at = 0; at < many; at += 1) {
      void come(streams, place(at)).then((code) => outcomes.push(String(code)));
    }
  };
  const admit = () => outcomes.filter((one) => one === 'let in').length;
  for (const night of [0, 8 * 3_600_000]) {
    await vi.advanceTimersByTimeAsync(night);
    outcomes.length = 0;
    ask(1000);
    await vi.advanceTimersByTimeAsync(0);
    expect(admit()).toBeGreaterThanOrEqual(19);
    expect(admit()).toBeLessThanOrEqual(20);
    await vi.advanceTimersByTimeAsync(999);
    expect(admit()).toBeGreaterThanOrEqual(98);
    expect(admit()).toBeLessThanOrEqual(100);
    await vi.advanceTimersByTimeAsync(2001);
    // Whoever would have waited longer than three seconds was refused at once.
    expect(admit()).toBeGreaterThanOrEqual(258);
    expect(outcomes).toHaveLength(1000);
    expect(outcomes.filter((one) => one === 'unavailable')).toHaveLength(1000 - admit());
  }
});

it('one address that comes and goes fast leaves turns to others, and may come again a moment later', async () => {
  vi.useFakeTimers({ toFake: ['performance', 'setTimeout', 'clearTimeout'] });
  const streams = new EventStreams();
  const outcomes: unknown[] = [];
  const comeAndGo = async () => {
    try {
      const { admit, release } = streams.take(place(1));
      await admit();
      release();
      outcomes.push('let in');
    } catch (error) {
      outcomes.push((error as { code: string }).code);
    }
  };
  for (let at = 0; at < 5000; at += 1) {
    void comeAndGo();
    await vi.advanceTimersByTimeAsync(1);
  }
  await vi.advanceTimersByTimeAsync(3000);
  expect(outcomes.filter((one) => one === 'let in').length).toBeLessThanOrEqual(40 + 5 * 20);
  expect(outcomes.filter((one) => one === 'too_many_requests').length).toBeGreaterThan(4800);
  expect(await come(streams, place(1))).toBe('let in');
  expect(await come(streams, place(2))).toBe('let in');
});

it('keeps places and turns for paired screens, whoever else comes', async () => {
  vi.useFakeTimers({ toFake: ['performance', 'setTimeout', 'clearTimeout'] });
  const screen = (at: number): Asker => ({ ...place(at), screen: `screen-${at}` });
  const full = new EventStreams({ inAll: 20, perGroup: 10, perAddress: 2, perSecond: 1e6 });
  for (let at = 0; at < 9; at += 1) expect(await come(full, place(at))).toBe('let in');
  expect(await come(full, place(9))).toBe('too_many_requests');
  expect(await come(full, screen(9))).toBe('let in');
  expect(await come(full, screen(10))).toBe('too_many_requests');
  for (let at = 0; at < 8; at += 1) expect(await come(full, { ...place(at), group: 'sipoo' })).toBe('let in');
  expect(await come(full, { ...place(8), group: 'sipoo' })).toBe('unavailable');
  expect(await come(full, { ...screen(11), group: 'sipoo' })).toBe('let in');

  const busy = new EventStreams();
  const others = Array.from({ length: 400 }, (_, at) => come(busy, place(at)));
  const admit: number[] = [];
  const before = performance.now();
  for (let at = 0; at < 10; at += 1) void come(busy, screen(at)).then((code) => code === 'let in' && admit.push(at));
  await vi.advanceTimersByTimeAsync(1000);
  expect([admit.length, performance.now() - before]).toEqual([10, 1000]);
  await vi.advanceTimersByTimeAsync(3000);
  expect((await Promise.all(others)).filter((one) => one === 'unavailable').length).toBeGreaterThan(100);
});

it('a screen that comes again and again uses up no turns of other screens', async () => {
  const streams = new EventStreams();
  const outcomes = await Promise.all(Array.from({ length: 50 }, () => come(streams, { ...place(1), screen: 'one' })));
  expect(outcomes.filter((one) => one === 'let in')).toHaveLength(4);
  expect(await come(streams, { ...place(1), screen: 'two' })).toBe('let in');
});

it('whoever waits for a turn when the server stops is refused, and counted no more', async () => {
  const streams = new EventStreams({ perSecond: 1, reserved: 0 });
  await streams.take(place(1)).admit();
  const { admit, release } = streams.take(place(2));
  const waiting = codeOf(admit());
  streams.close();
  expect(await waiting).toBe('unavailable');
  release();
  expect(streams.size).toBe(1);
});

it('counts the whole network of one who has IPv6, and each place once however often it is given back', async () => {
  const streams = new EventStreams({ perAddress: 2 });
  const take = (address: string) => come(streams, { group: 'kouvola', address });
  const { release } = streams.take({ group: 'kouvola', address: '2001:db8::1' });
  await take('2001:db8::2:0:0:1');
  expect(await take('2001:db8:0:0:ffff::3')).toBe('too_many_requests');
  expect(await take('2001:db8:0:1::1')).toBe('let in');
  release();
  release();
  expect(await take('2001:db8::4')).toBe('let in');
  expect(await take('2001:db8::5')).toBe('too_many_requests');
  expect(streams.size).toBe(3);
});

it('remembers of addresses only those that have just asked', async () => {
  vi.useFakeTimers({ toFake: ['performance'] });
  const paces = new TokenBuckets();
  for (let at = 0; at < 1000; at += 1) paces.of(String(at), 20).take();
  expect(paces.size).toBe(1000);
  vi.advanceTimersByTime(2000);
  paces.of('another', 20).take();
  expect(paces.size).toBe(1);
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
