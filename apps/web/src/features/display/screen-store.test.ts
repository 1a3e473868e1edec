import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { noPresenter } from '@vointi/shared/display/presenter.ts';
import { defaultSettings } from '@vointi/shared/display/contract.ts';
import { ScreenStore } from './screen-store.ts';
import head from './steps/testing/head.json' with { type: 'json' };

class FakeSource extends EventTarget {
  static latest: FakeSource | undefined;
  constructor() {
    super();
    FakeSource.latest = this;
  }
  close() {}
}
const say = (name: string, data: object) =>
  FakeSource.latest?.dispatchEvent(new MessageEvent(name, { data: JSON.stringify(data) }));

const now = '2026-11-24T13:04:00.000Z';
const board = (revision: number) => ({ ...head, revision, counts: {}, departments: [], goals: [] });
const own = {
  id: 'd',
  room: 'Kabinetti',
  municipality: { slug: 'kuvila', name: { fi: 'Kuvila' }, isFictional: true },
  settings: defaultSettings,
  version: 1,
  year: head.year,
  presenter: noPresenter,
  now,
  build: 'a',
};

/** What the service answers, by the end of the address; a number is a status, undefined no answer at all. */
let answers: Record<string, unknown> = {};
const asked: string[] = [];
const kept = new Map<string, string>();

const fetchLike = (address: string) => {
  asked.push(address);
  const [, answer] = Object.entries(answers).find(([end]) => address.endsWith(end)) ?? [];
  if (answer === undefined) return Promise.reject(new TypeError('failed'));
  if (typeof answer === 'number')
    return Promise.resolve(
      Response.json({ code: answer === 401 ? 'unauthenticated' : 'not_found', status: answer }, { status: answer }),
    );
  return Promise.resolve(Response.json(answer));
};
const settle = () => vi.advanceTimersByTimeAsync(10);

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date', 'performance'] });
  kept.clear();
  asked.length = 0;
  answers = { '/display': own, '/board': board(7), '/screen': null };
  vi.stubGlobal('EventSource', FakeSource);
  vi.stubGlobal('fetch', fetchLike);
  vi.stubGlobal('addEventListener', () => {});
  vi.stubGlobal('removeEventListener', () => {});
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const start = async (place: ConstructorParameters<typeof ScreenStore>[0] = { kind: 'paired' }) => {
  const store = new ScreenStore(place);
  const stop = store.start();
  await settle();
  return { store, stop };
};
const revisionOf = ({ store }: { store: ScreenStore }) => {
  const { view } = store.get();
  return view.kind === 'shown' ? view.shown.board.revision : view.kind;
};

describe('a paired screen', () => {
  it('asks for the plan alone when that changes, and for nothing when it is told what it knows', async () => {
    const screen = await start();
    asked.length = 0;
    say('plan', { plan: 'p', year: head.year, revision: 7 });
    await settle();
    expect(asked).toEqual([]);
    answers['/board'] = board(8);
    say('plan', { plan: 'p', year: head.year, revision: 8 });
    await settle();
    expect(revisionOf(screen)).toBe(8);
    expect(asked.some((address) => address.endsWith('/display'))).toBe(false);
    asked.length = 0;
    await vi.advanceTimersByTimeAsync(30_000);
    expect(asked).toEqual([]);
    screen.stop();
  });

  it('a board that was told of and cannot be had grows old, however well the service is heard', async () => {
    const screen = await start();
    answers['/board'] = undefined;
    say('plan', { plan: 'p', year: head.year, revision: 9 });
    for (let beats = 0; beats < 6; beats += 1) {
      await vi.advanceTimersByTimeAsync(15_000);
      say('heartbeat', { now: new Date().toISOString(), build: null, spreadMs: 0, staleSince: null });
    }
    expect(screen.store.silence()).toBeGreaterThanOrEqual(90_000);
    expect(Date.now() - (screen.store.lastHeard ?? 0)).toBeGreaterThanOrEqual(90_000);
    answers['/board'] = board(9);
    await vi.advanceTimersByTimeAsync(15_000);
    say('heartbeat', { now: new Date().toISOString(), build: null, spreadMs: 0, staleSince: null });
    expect(revisionOf(screen)).toBe(9);
    expect(screen.store.silence()).toBeLessThan(1000);
    screen.stop();
  });

  it('asks again when a board is older than was told, and does not go on for ever', async () => {
    const screen = await start();
    say('plan', { plan: 'p', year: head.year, revision: 9 });
    await vi.advanceTimersByTimeAsync(2500);
    answers['/board'] = board(9);
    await vi.advanceTimersByTimeAsync(1500);
    expect(revisionOf(screen)).toBe(9);
    say('plan', { plan: 'p', year: head.year, revision: 20 });
    await vi.advanceTimersByTimeAsync(15_000);
    asked.length = 0;
    await vi.advanceTimersByTimeAsync(15_000);
    expect(asked).toEqual([]);
    screen.stop();
  });

  it('keeps the last good data when the service fails, and through a restart without it', async () => {
    const screen = await start();
    answers = {};
    screen.store.refresh();
    await vi.advanceTimersByTimeAsync(30_000);
    expect(revisionOf(screen)).toBe(7);
    screen.stop();
    const again = await start();
    expect(revisionOf(again)).toBe(7);
    expect(again.store.silence()).toBeGreaterThan(25_000);
    again.stop();
  });

  it('has nothing left the moment its right is gone', async () => {
    const screen = await start();
    answers = { '/display': 401, '/pairing': { state: 'pending', code: 'ABCD2345', expiresAt: now, now } };
    say('revoked', {});
    await settle();
    expect(screen.store.get().view).toEqual({ kind: 'pairing', code: 'ABCD2345' });
    expect(screen.store.get().own).toBeNull();
    expect([...kept.keys()]).toEqual([]);
    screen.stop();
  });

  it('tells that what is shown is old when the database is away though the stream is alive', async () => {
    const screen = await start();
    const since = new Date(Date.parse(now) - 120_000).toISOString();
    say('heartbeat', { now, build: 'a', spreadMs: 1000, staleSince: since });
    expect(screen.store.silence()).toBe(120_000);
    say('heartbeat', { now, build: 'b', spreadMs: 1000, staleSince: null });
    expect(screen.store.silence()).toBe(0);
    expect(screen.store.get().build).toBe('b');
    screen.stop();
  });
});

it('a plan that is not public any more leaves the wall', async () => {
  const screen = await start({ kind: 'plan', slug: 'kuvila', year: head.year });
  expect(revisionOf(screen)).toBe(7);
  answers['/board'] = 401;
  screen.store.refresh();
  await settle();
  expect(screen.store.get().view).toEqual({ kind: 'nothing', why: 'closed' });
  expect([...kept.keys()]).toEqual([]);
  screen.stop();
});
