import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { noPresenter } from '@vointi/shared/display/presenter.ts';
import { defaultSettings } from '@vointi/shared/display/default-settings.ts';
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
const scenesAt = (revision: number) => ({
  plan: { ...head, revision },
  answers: null,
  indicators: [],
  findings: [],
});
/** Sets the plan's revision on every instance. */
const become = (revision: number) =>
  Object.assign(answers, { '/board': board(revision), '/screen': scenesAt(revision) });
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

/** The service's answers by the end of the address; a number is a status, undefined no answer. */
let answers: Record<string, unknown> = {};
const requests: string[] = [];
const kept = new Map<string, string>();

const fetchLike = (address: string) => {
  requests.push(address);
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
  // The retry delay is random: here its smallest value.
  vi.spyOn(Math, 'random').mockReturnValue(0);
  kept.clear();
  requests.length = 0;
  answers = { '/display': own, '/board': board(7), '/screen': scenesAt(7) };
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
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const start = async (source: ConstructorParameters<typeof ScreenStore>[0] = { kind: 'paired' }) => {
  const store = new ScreenStore(source);
  const stop = store.start();
  await settle();
  return { store, stop };
};
const beat = () => say('heartbeat', { now: new Date().toISOString(), build: null, spreadMs: 0, staleSince: null });
/** Advances the clock by so many heartbeats. */
const beats = async (count: number) => {
  for (let event = 0; event < count; event += 1) {
    await vi.advanceTimersByTimeAsync(15_000);
    beat();
  }
};
const scenesOf = ({ store }: { store: ScreenStore }) => {
  const { view } = store.get();
  return view.kind === 'shown' ? view.data.scenes : null;
};
const revisionOf = ({ store }: { store: ScreenStore }) => {
  const { view } = store.get();
  return view.kind === 'shown' ? view.data.board.revision : view.kind;
};

describe('a paired screen', () => {
  it('requests only the plan when it changes, and nothing for a known revision', async () => {
    const screen = await start();
    requests.length = 0;
    say('plan', { plan: 'p', year: head.year, revision: 7 });
    await settle();
    expect(requests).toEqual([]);
    become(8);
    say('plan', { plan: 'p', year: head.year, revision: 8 });
    await settle();
    expect(revisionOf(screen)).toBe(8);
    expect(requests.some((address) => address.endsWith('/display'))).toBe(false);
    requests.length = 0;
    await vi.advanceTimersByTimeAsync(30_000);
    expect(requests).toEqual([]);
    screen.stop();
  });

  it('ages while a newer board fails to load, although heartbeats arrive', async () => {
    const screen = await start();
    answers['/board'] = undefined;
    say('plan', { plan: 'p', year: head.year, revision: 9 });
    await beats(6);
    expect(screen.store.silence()).toBeGreaterThanOrEqual(90_000);
    expect(Date.now() - (screen.store.lastHeard ?? 0)).toBeGreaterThanOrEqual(90_000);
    become(9);
    await vi.advanceTimersByTimeAsync(15_000);
    beat();
    expect(revisionOf(screen)).toBe(9);
    expect(screen.store.silence()).toBeLessThan(1000);
    screen.stop();
  });

  it('follows the newest command, whatever response comes later', async () => {
    const screen = await start();
    say('display', { id: 'd', version: 1, presenter: { ...noPresenter, sequence: 6, steps: 1, isPaused: true } });
    answers['/display'] = { ...own, presenter: { ...noPresenter, sequence: 5 } };
    screen.store.refresh();
    await settle();
    expect(screen.store.get().presenter).toMatchObject({ sequence: 6, steps: 1, isPaused: true });
    say('display', { id: 'd', version: 1, presenter: { ...noPresenter, sequence: 6 } });
    expect(screen.store.get().presenter).toMatchObject({ sequence: 6, isPaused: false });
    screen.stop();
  });

  it('ages the former plan of its room while the new one fails to load', async () => {
    const screen = await start();
    answers = { '/display': { ...own, version: 2, year: head.year + 1 } };
    say('display', { id: 'd', version: 2, presenter: noPresenter });
    await beats(6);
    expect(revisionOf(screen)).toBe(7);
    expect(screen.store.silence()).toBeGreaterThanOrEqual(60_000);
    screen.stop();
  });

  it('keeps the age of its data over a restart, not the time of the last heartbeat', async () => {
    const screen = await start();
    answers['/board'] = undefined;
    say('plan', { plan: 'p', year: head.year, revision: 9 });
    await beats(6);
    screen.stop();
    answers = {};
    const again = await start();
    expect(again.store.silence()).toBeGreaterThanOrEqual(80_000);
    again.stop();
  });

  it('requests again, with growing delays, when a board is older than the revision of the stream', async () => {
    const screen = await start();
    say('plan', { plan: 'p', year: head.year, revision: 9 });
    await vi.advanceTimersByTimeAsync(2500);
    become(9);
    await vi.advanceTimersByTimeAsync(1500);
    expect(revisionOf(screen)).toBe(9);
    say('plan', { plan: 'p', year: head.year, revision: 20 });
    await beats(2);
    requests.length = 0;
    await beats(4);
    const boards = requests.filter((address) => address.endsWith('/board'));
    expect(boards.length).toBeGreaterThanOrEqual(1);
    expect(boards.length).toBeLessThanOrEqual(3);
    screen.stop();
  });

  it.each([
    ['are older than the plan, as another instance has not heard yet,', scenesAt(7)],
    ['cannot be had', undefined],
  ])('requests again, and ages, while other data of the scenes %s', async (_, late) => {
    const screen = await start();
    become(8);
    answers['/screen'] = late;
    say('plan', { plan: 'p', year: head.year, revision: 8 });
    await beats(6);
    expect(revisionOf(screen)).toBe(8);
    expect(screen.store.silence()).toBeGreaterThanOrEqual(60_000);
    become(8);
    await vi.advanceTimersByTimeAsync(31_000);
    beat();
    expect(screen.store.silence()).toBeLessThan(1000);
    expect(scenesOf(screen)?.plan.revision).toBe(8);
    screen.stop();
  });

  it('checks its right when the stream opens, and while there is no stream', async () => {
    const screen = await start();
    const isOwnAsked = () => requests.some((address) => address.endsWith('/display'));
    requests.length = 0;
    beat();
    await settle();
    expect(isOwnAsked()).toBe(true);
    requests.length = 0;
    beat();
    await settle();
    expect(requests).toEqual([]);
    FakeSource.latest?.dispatchEvent(new Event('error'));
    await vi.advanceTimersByTimeAsync(2000);
    expect(requests).toEqual([]);
    beat();
    await settle();
    expect(isOwnAsked()).toBe(true);
    // From now on there is no heartbeat; the data counts as fresh for less than a minute.
    for (let minutes = 0; minutes < 5; minutes += 1) {
      requests.length = 0;
      await vi.advanceTimersByTimeAsync(55_000);
      expect(isOwnAsked()).toBe(true);
    }
    screen.stop();
  });

  it('requests everything every ten minutes, whatever it requests in between', async () => {
    const screen = await start();
    let revision = 7;
    let wholes = 0;
    for (let minutes = 0; minutes < 21; minutes += 1) {
      requests.length = 0;
      await beats(4);
      revision += 1;
      become(revision);
      say('plan', { plan: 'p', year: head.year, revision });
      await settle();
      if (requests.some((address) => address.endsWith('/display'))) wholes += 1;
    }
    // The first request was when the stream opened.
    expect(wholes).toBe(3);
    screen.stop();
  });

  it.each([
    ['shows nothing', () => Response.json(board(8))],
    ['says nothing', () => Response.json({ code: 'not_found', status: 404 }, { status: 404 })],
  ])('%s of what was on the way when its right went', async (_, late) => {
    const screen = await start();
    const answered = Promise.withResolvers<Response>();
    vi.stubGlobal('fetch', (address: string) => (address.endsWith('/board') ? answered.promise : fetchLike(address)));
    say('plan', { plan: 'p', year: head.year, revision: 8 });
    await settle();
    answers = { '/display': 401, '/pairing': { state: 'pending', code: 'ABCD2345', expiresAt: now, now } };
    say('revoked', {});
    answered.resolve(late());
    await settle();
    expect(screen.store.get().view.kind).toBe('pairing');
    expect([...kept.keys()]).toEqual([]);
    screen.stop();
  });

  it('keeps the last good data when the service fails, and over a restart without it', async () => {
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

  it('deletes everything at once when its right is gone', async () => {
    const screen = await start();
    answers = { '/display': 401, '/pairing': { state: 'pending', code: 'ABCD2345', expiresAt: now, now } };
    say('revoked', {});
    await settle();
    expect(screen.store.get().view).toEqual({ kind: 'pairing', code: 'ABCD2345' });
    expect(screen.store.get().own).toBeNull();
    expect([...kept.keys()]).toEqual([]);
    screen.stop();
  });

  it('shows its data as old when the database is down and the stream alive', async () => {
    const screen = await start();
    const since = new Date(Date.parse(now) - 120_000).toISOString();
    say('heartbeat', { now, build: 'a', spreadMs: 1000, staleSince: since });
    expect(screen.store.silence()).toBe(120_000);
    say('heartbeat', { now, build: 'b', spreadMs: 1000, staleSince: null });
    expect(screen.store.silence()).toBeLessThan(1000);
    expect(screen.store.get().build).toBe('b');
    screen.stop();
  });
});

it('removes a plan that is no longer public', async () => {
  const screen = await start({ kind: 'plan', slug: 'kuvila', year: head.year });
  expect(revisionOf(screen)).toBe(7);
  answers['/board'] = 401;
  screen.store.refresh();
  await settle();
  expect(screen.store.get().view).toEqual({ kind: 'nothing', why: 'closed' });
  expect([...kept.keys()]).toEqual([]);
  screen.stop();
});
