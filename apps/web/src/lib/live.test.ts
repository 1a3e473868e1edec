import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { follow, type LiveEvent } from './live.ts';

/** A stream whose events the test sends. */
class FakeSource extends EventTarget {
  static readonly made: FakeSource[] = [];
  isClosed = false;
  readonly url: string;
  constructor(url: string) {
    super();
    this.url = url;
    FakeSource.made.push(this);
  }
  close() {
    this.isClosed = true;
  }
  send(name: string, data: object) {
    this.dispatchEvent(new MessageEvent(name, { data: JSON.stringify(data) }));
  }
  beat(spreadMs = 1000) {
    this.send('heartbeat', { now: '2026-11-24T13:04:00.000Z', build: 'a', spreadMs, staleSince: null });
  }
}
const { made } = FakeSource;
const latest = () => made.at(-1) ?? new FakeSource('none');

let events: LiveEvent[] = [];
let lost = 0;
let stop = () => {};
const start = (random = () => 0.5) => {
  stop = follow({ slug: 'kouvola', onEvent: (event) => events.push(event), onLost: () => (lost += 1), random });
};

beforeEach(() => {
  vi.useFakeTimers();
  made.length = 0;
  events = [];
  lost = 0;
  const page = new EventTarget();
  vi.stubGlobal('EventSource', FakeSource);
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
  vi.stubGlobal('removeEventListener', page.removeEventListener.bind(page));
  vi.stubGlobal('dispatchEvent', page.dispatchEvent.bind(page));
});
afterEach(() => {
  stop();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('passes on the events of the municipality', () => {
  start();
  latest().send('plan', { plan: 'p', year: 2024, revision: 8 });
  expect(latest().url).toBe('/api/v1/municipalities/kouvola/events');
  expect(events).toEqual([{ name: 'plan', data: { plan: 'p', year: 2024, revision: 8 } }]);
});

it('reconnects after three silent heartbeats, also when the stream never sent an event', () => {
  start();
  vi.advanceTimersByTime(44_000);
  latest().beat();
  vi.advanceTimersByTime(44_000);
  expect([made.length, lost]).toEqual([1, 0]);
  vi.advanceTimersByTime(1001);
  expect([made[0]?.isClosed, lost]).toEqual([true, 1]);
  vi.advanceTimersByTime(500);
  expect(made.length).toBe(2);
});

it('backs off up to 30 seconds, and starts over after a heartbeat', () => {
  start(() => 0.999);
  const waits: number[] = [];
  for (let attempt = 0; attempt < 8; attempt += 1) {
    const before = made.length;
    latest().dispatchEvent(new Event('error'));
    let waited = 0;
    while (made.length === before && waited < 60_000) {
      vi.advanceTimersByTime(100);
      waited += 100;
    }
    waits.push(waited);
  }
  expect(waits).toEqual([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000]);
  latest().beat(0);
  latest().dispatchEvent(new Event('error'));
  const count = made.length;
  vi.advanceTimersByTime(1000);
  expect(made.length).toBe(count + 1);
});

it('reconnects at the moment that a closing server gives, without a random delay of its own', () => {
  start(() => 0.999);
  latest().send('closing', { spreadMs: 20_000, afterMs: 7000 });
  expect(latest().isClosed).toBe(true);
  vi.advanceTimersByTime(6999);
  expect(made.length).toBe(1);
  vi.advanceTimersByTime(1);
  expect(made.length).toBe(2);
});

it('reports a lost stream after repeated failures', () => {
  start(() => 0);
  for (let attempt = 0; attempt < 3; attempt += 1) {
    latest().dispatchEvent(new Event('error'));
    vi.advanceTimersByTime(1);
  }
  expect(lost).toBe(1);
});

it('reconnects at once when the network is back, and never after it is stopped', () => {
  start();
  latest().dispatchEvent(new Event('error'));
  dispatchEvent(new Event('online'));
  expect(made.length).toBe(2);
  stop();
  expect(latest().isClosed).toBe(true);
  vi.advanceTimersByTime(120_000);
  dispatchEvent(new Event('online'));
  expect(made.length).toBe(2);
});
