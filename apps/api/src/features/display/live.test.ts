import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { displayApi } from '@vointi/shared/display/contract.ts';
import type { Board } from '@vointi/shared/plan/contract.ts';
import { settingsApi } from '@vointi/shared/municipality/settings-contract.ts';
import { reportWriteApi } from '@vointi/shared/report/write-contract.ts';
import { type AnotherApp, startAnother } from '../../testing/another-app.ts';
import { ask } from '../../testing/ask.ts';
import { listen, type Listening } from '../../testing/listen.ts';
import { assignmentsOf, openRound } from '../../testing/open-round.ts';
import { pairScreen } from '../../testing/pair-screen.ts';
import { type SignedIn, signIn } from '../../testing/sign-in.ts';
import { kouvola, startTestApp, type TestApp } from '../../testing/test-app.ts';
import { streamsOfScreen } from './live-streams.ts';

let test: TestApp;
let admin: SignedIn;
let one: string;
let clock = Date.now();
const now = () => new Date(clock);
const open: (Listening | AnotherApp)[] = [];

beforeAll(async () => {
  test = await startTestApp({ now, checkEveryMs: 3_600_000 });
  one = await test.app.listen({ port: 0, host: '127.0.0.1' });
  admin = await signIn(test, { role: 'admin', at: now() });
});
afterAll(() => test.close());
afterEach(async () => {
  for (const each of open.splice(0)) await ('leave' in each ? each.leave() : each.close());
});

const events = (slug = 'kouvola') => `/api/v1/municipalities/${slug}/events`;
async function startListening(
  address: string,
  headers: Record<string, string> = {},
  slug = 'kouvola',
): Promise<Listening> {
  const stream = await listen(`${address}${events(slug)}`, headers);
  open.push(stream);
  expect(stream.status).toBe(200);
  return stream;
}
async function another(options: Parameters<typeof startAnother>[1] = {}): Promise<AnotherApp> {
  const app = await startAnother(test, { now, ...options });
  open.push(app);
  return app;
}
const planOf = (slug = 'kouvola') =>
  test.db.plan.findFirstOrThrow({ where: { municipality: { slug } }, orderBy: { year: 'desc' } });
const cookieOf = ({ headers }: { headers: { cookie: string } }) => ({ cookie: headers.cookie });

describe('when it opens', () => {
  it('sends the server’s time, the reconnection time and the revision of each plan', async () => {
    const stream = await startListening(one);
    const { id: plan, year, revision } = await planOf();
    expect(await stream.next('heartbeat')).toEqual({
      now: now().toISOString(),
      build: null,
      spreadMs: 1000,
      staleSince: null,
    });
    expect(await stream.next('plan')).toEqual({ plan, year, revision });
    expect(stream.events.find(({ name }) => name === 'plan')?.id).toBe(String(revision));
    expect(stream.text()).toMatch(/^retry: [12]\d{3}\n\nevent: heartbeat\n/);
  });

  it('forbids compression and caching, and sends the headers of every answer', async () => {
    const { headers } = await startListening(one, { 'accept-encoding': 'br, gzip' });
    expect(headers).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
      'x-content-type-options': 'nosniff',
    });
    expect(headers['content-encoding']).toBeUndefined();
    expect(headers['set-cookie']).toBeUndefined();
  });

  it.each([
    ['/api/v1/municipalities/not-there/events', 404, 'not_found'],
    ['/api/v1/municipalities/EI OLE/events', 400, 'invalid_request'],
    [`${events()}?nonsense=1`, 400, 'invalid_request'],
  ])('answers %s with %i', async (url, status, code) => {
    const answer = await test.app.inject(url);
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([status, code]);
  });

  it('answers garbage in its address with 4xx', async () => {
    const garbage = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 150 }).map(encodeURIComponent),
      fc.constantFrom('%', '%00', '%ff', '..', '%2e%2e%2f', '__proto__', 'constructor', "';--", 'a'.repeat(5000)),
    );
    await fc.assert(
      fc.asyncProperty(garbage, garbage, async (slug, query) => {
        const answer = await test.app.inject({ url: `${events(slug)}?${query}`, payloadAsStream: true });
        answer.stream().destroy();
        expect(answer.statusCode).toBeGreaterThanOrEqual(400);
        expect(answer.statusCode).toBeLessThan(500);
      }),
      { numRuns: 150 },
    );
  });

  it('ends the answer to HEAD', async () => {
    const { statusCode, body } = await test.app.inject({ method: 'HEAD', url: events() });
    expect([statusCode, body]).toEqual([200, '']);
  });

  it('counts no listener who has left', async () => {
    const listeners = async () => /vointi_live_listeners (\d+)/.exec((await test.app.inject('/metrics')).body)?.[1];
    const streams = await Promise.all([startListening(one), startListening(one), startListening(one)]);
    expect(await listeners()).toBe('3');
    streams.forEach(({ leave }) => leave());
    await expect.poll(listeners, { timeout: 5000 }).toBe('0');
  });
});

describe('a plan', () => {
  it('sends the revision of a report through one instance to a listener of another within a second', async () => {
    const two = await another({ heartbeatMs: 1000 });
    const round = await openRound(test);
    const [assignment] = await assignmentsOf(test, round, 'nuorisopalvelut');
    const reporter = await signIn(test, { role: 'reporter', department: 'nuorisopalvelut', at: now() });
    const stream = await startListening(two.address);
    const { revision } = await stream.next('plan');
    const body = {
      kind: 'answer',
      version: 0,
      progress: 'in_progress',
      note: { fi: 'Etenee' },
      evidence: null,
    } as const;
    const before = stream.events.filter(({ name }) => name === 'heartbeat').length;
    const answer = await ask(test, reporter, reportWriteApi.submit, {
      params: { roundId: round.roundId, assignmentId: assignment?.id ?? '' },
      body: { ...body, figures: [], onBehalfOf: null },
    });
    expect(answer.statusCode).toBe(200);
    const plan = await stream.next('plan', (plan) => plan.revision > revision);
    // Heartbeats count the server's seconds, so that a slow machine does not fail: two would mean more than a second.
    const index = stream.events.findIndex(({ name, data }) => name === 'plan' && data === plan);
    const beats = stream.events.slice(0, index).filter(({ name }) => name === 'heartbeat').length;
    expect(beats - before).toBeLessThanOrEqual(1);
    // A request to that instance after the event gets the report.
    const board = (await two.app.inject(`${kouvola}/board`)).json<Board>();
    expect(board.revision).toBe(plan.revision);
    const lights = board.goals.flatMap(({ measures }) => measures).find(({ code }) => code === assignment?.code);
    expect(lights?.assignments.find(({ department }) => department === 'nuorisopalvelut')).toMatchObject({
      progress: 'in_progress',
      note: { fi: 'Etenee' },
    });
  });

  it('sends a change whose notification was lost at the next check', async () => {
    const two = await another({ checkEveryMs: 50 });
    const stream = await startListening(two.address);
    const { revision } = await stream.next('plan');
    const { id } = await planOf();
    await test.db.plan.update({ where: { id }, data: { revision: { increment: 1 } } });
    expect(await stream.next('plan', (plan) => plan.revision > revision)).toMatchObject({ revision: revision + 1 });
  });

  it('sends nothing to listeners of another municipality', async () => {
    const two = await another({ checkEveryMs: 50 });
    const [here, there] = [await startListening(two.address), await startListening(two.address, {}, 'esimerkkila')];
    const { id } = await planOf();
    await here.next('plan');
    await there.next('plan');
    const { revision } = await test.db.plan.update({ where: { id }, data: { revision: { increment: 1 } } });
    await here.next('plan', (plan) => plan.revision === revision);
    expect(there.text()).not.toContain(id);
  });
});

describe('a paired screen', () => {
  const params = (id: string) => ({ slug: 'kouvola', id });

  it('gets its settings and presenter at once from any instance, and again when it reconnects', async () => {
    const two = await another();
    const screen = await pairScreen(test, admin);
    const { id } = screen.display;
    const stream = await startListening(two.address, cookieOf(screen));
    expect(await stream.next('display')).toMatchObject({ version: 1, presenter: { sequence: 0, isPaused: false } });
    await ask(test, admin, displayApi.update, { params: params(id), body: { version: 1, seconds: 40 } });
    expect(await stream.next('display', ({ version }) => version === 2)).toMatchObject({ presenter: { sequence: 0 } });
    await ask(test, admin, displayApi.command, { params: params(id), body: { do: 'pause' } });
    await stream.next('display', ({ presenter }) => presenter.sequence === 1 && presenter.isPaused);
    const again = await startListening(one, cookieOf(screen));
    expect(await again.next('display')).toMatchObject({ version: 2, presenter: { sequence: 1, isPaused: true } });
  });

  it('gets an event from every instance when it is revoked, and cannot reconnect', async () => {
    const two = await another();
    const screen = await pairScreen(test, admin);
    const streams = [await startListening(one, cookieOf(screen)), await startListening(two.address, cookieOf(screen))];
    for (const stream of streams) await stream.next('display');
    await ask(test, admin, displayApi.delete, { params: params(screen.display.id) });
    for (const stream of streams) {
      await stream.next('revoked');
      await stream.ended;
    }
    expect((await test.app.inject({ url: '/api/v1/display', headers: screen.headers })).statusCode).toBe(401);
  });

  it('gets a revocation whose notification was lost within a minute', async () => {
    const two = await another({ checkEveryMs: 50 });
    const screen = await pairScreen(test, admin);
    const stream = await startListening(two.address, cookieOf(screen));
    await stream.next('display');
    await test.db.display.update({ where: { id: screen.display.id }, data: { revokedAt: now() } });
    clock += 31_000;
    await stream.next('revoked');
    await stream.ended;
  });

  it('counts as seen while it listens', async () => {
    const two = await another({ checkEveryMs: 50 });
    const screen = await pairScreen(test, admin);
    const stream = await startListening(two.address, cookieOf(screen));
    await stream.next('display');
    clock += 31_000;
    const seen = async () =>
      (await test.db.display.findUniqueOrThrow({ where: { id: screen.display.id } })).lastSeenAt?.getTime();
    await expect.poll(seen, { timeout: 5000 }).toBe(clock);
  });
});

describe('a board for its own people only', () => {
  const setAccess = async (boardAccess: 'public' | 'signed_in') => {
    const { version } = await test.db.municipality.findUniqueOrThrow({ where: { slug: 'kouvola' } });
    await ask(test, admin, settingsApi.update, { params: { slug: 'kouvola' }, body: { version, boardAccess } });
  };
  afterEach(() => setAccess('public'));

  it('ends the streams of everybody else at once', async () => {
    const two = await another();
    const screen = await pairScreen(test, admin);
    const [anybody, room] = [await startListening(two.address), await startListening(two.address, cookieOf(screen))];
    const { revision } = await room.next('plan');
    await anybody.next('plan');
    await setAccess('signed_in');
    await anybody.next('closing');
    await anybody.ended;
    await room.next('plan', (plan) => plan.revision > revision);
    expect((await two.app.inject(events())).statusCode).toBe(401);
    const elsewhere = await signIn(test, { role: 'admin', slug: 'esimerkkila', at: now() });
    expect((await two.app.inject({ url: events(), headers: elsewhere.headers })).statusCode).toBe(404);
  });

  it('ends the stream of a person whose session has ended', async () => {
    await setAccess('signed_in');
    const two = await another({ checkEveryMs: 50 });
    const [gone, there] = [await signIn(test, { role: 'leader', at: now() }), admin];
    const streams = [
      await startListening(two.address, cookieOf(gone)),
      await startListening(two.address, cookieOf(there)),
    ] as const;
    for (const stream of streams) await stream.next('plan');
    await test.db.session.updateMany({ where: { userId: gone.userId }, data: { endedAt: now() } });
    clock += 31_000;
    await streams[0].next('closing');
    await streams[0].ended;
    expect(streams[1].events.map(({ name }) => name)).not.toContain('closing');
  });
});

describe('the server', () => {
  it('sends since when the database is away, and keeps the stream open', async () => {
    const own = await startTestApp({ checkEveryMs: 20, heartbeatMs: 50 });
    const stream = await startListening(await own.app.listen({ port: 0, host: '127.0.0.1' }));
    await stream.next('heartbeat', ({ staleSince }) => staleSince === null);
    await own.databaseProxy.shut();
    await stream.next('heartbeat', ({ staleSince }) => staleSince !== null);
    await own.databaseProxy.open();
    const beats = stream.events.length;
    await expect
      .poll(
        () =>
          stream.events
            .slice(beats)
            .some(({ name, data }) => name === 'heartbeat' && !('staleSince' in data && data.staleSince)),
        { timeout: 10_000 },
      )
      .toBe(true);
    await own.close();
  });

  it('sends every listener a reconnection time when it stops, and does not wait for them', async () => {
    const two = await another();
    const streams = await Promise.all(Array.from({ length: 5 }, () => startListening(two.address)));
    for (const stream of streams) await stream.next('plan');
    await two.close();
    for (const stream of streams) {
      await stream.next('closing', ({ spreadMs }) => spreadMs >= 1000);
      await stream.ended;
      expect(stream.text()).toMatch(/retry: \d+\n\nevent: closing\n/);
    }
  });

  it('limits streams by address, by municipality and in all, and sends when to retry', async () => {
    const refusal = async (limit: 'perAddress' | 'perGroup' | 'inAll') => {
      const app = await startAnother(test, { streamLimits: { [limit]: 2, reserved: 0 } });
      const streams = [await startListening(app.address), await startListening(app.address)];
      for (const stream of streams) await stream.next('plan');
      const { statusCode, headers } = await app.app.inject(events());
      const elsewhere = await listen(`${app.address}${events('esimerkkila')}`, { 'x-forwarded-for': '192.0.2.7' });
      elsewhere.leave();
      const retryAfter = Number(headers['retry-after']);
      await app.close();
      return { statusCode, elsewhere: elsewhere.status, isTold: retryAfter >= 1 && retryAfter <= 60 };
    };
    expect(await refusal('perAddress')).toEqual({ statusCode: 429, elsewhere: 200, isTold: true });
    expect(await refusal('perGroup')).toEqual({ statusCode: 429, elsewhere: 200, isTold: true });
    expect(await refusal('inAll')).toEqual({ statusCode: 503, elsewhere: 503, isTold: true });
  });

  it('gives the slot of a listener who left or was refused to the next', async () => {
    const two = await another({ streamLimits: { perAddress: 1, reserved: 0 } });
    for (const slug of ['not-there', 'not-there', 'kouvola', 'kouvola', 'kouvola']) {
      let status = 429;
      await expect
        .poll(
          async () => {
            const stream = await listen(`${two.address}${events(slug)}`);
            ({ status } = stream);
            stream.leave();
            return status;
          },
          { timeout: 5000 },
        )
        .toBe(slug === 'kouvola' ? 200 : 404);
    }
  });

  it('spends no turn on unknown municipalities, and slows one address that keeps asking', async () => {
    const two = await another({ streamLimits: { perSecond: 20, perAddressSecond: 1 } });
    const ask = async (slug: string, address: string) => {
      const stream = await listen(`${two.address}${events(slug)}`, { 'x-forwarded-for': address });
      stream.leave();
      return stream.status;
    };
    const unknown = await Promise.all(Array.from({ length: 200 }, (_, index) => ask('not-there', `192.0.2.${index}`)));
    expect(new Set(unknown)).toEqual(new Set([404]));
    expect(await ask('kouvola', '198.51.100.1')).toBe(200);
    const same = await Promise.all(Array.from({ length: 100 }, () => ask('not-there', '192.0.2.201')));
    expect(same.filter((status) => status === 404).length).toBeLessThan(60);
    expect(same).toContain(429);
    expect(await ask('kouvola', '198.51.100.2')).toBe(200);
  });

  it('reserves slots for a paired screen, and keeps its newest streams', async () => {
    const two = await another({ streamLimits: { perGroup: 10, perAddress: 9 } });
    for (let index = 0; index < 9; index += 1) await startListening(two.address);
    expect((await two.app.inject(events())).statusCode).toBe(429);
    const room = await pairScreen(test, admin);
    const pages = [await startListening(two.address, cookieOf(room))];
    await pages[0]?.next('display');
    const more = await another();
    const many: Listening[] = [];
    for (let index = 0; index <= streamsOfScreen; index += 1) {
      // The poll retries no faster than a screen does.
      await expect
        .poll(async () => {
          const stream = await listen(`${more.address}${events()}`, cookieOf(room));
          if (stream.status === 200) many.push(stream);
          return stream.status;
        })
        .toBe(200);
      await many.at(-1)?.next('display');
    }
    await many[0]?.ended;
    open.push(...many);
    await test.db.display.update({ where: { id: room.display.id }, data: { room: 'Toinen' } });
    await test.db.$executeRaw`select pg_notify('display_changed', ${room.display.id})`;
    await many[streamsOfScreen]?.next('display');
  });
});
