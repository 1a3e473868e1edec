import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ServerClock } from './clock.ts';
import { followPairing } from './pairing.ts';

const answerOf = (state: object) => () => Promise.resolve(Response.json(state));
/** As when a cable is cut: no response until the request times out. */
const never = (_: string, { signal }: RequestInit) =>
  new Promise<Response>((_answered, failed) =>
    signal?.addEventListener('abort', () => failed(new DOMException('', 'TimeoutError'))),
  );

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(AbortSignal, 'timeout').mockImplementation((ms) => {
    const controller = new AbortController();
    setTimeout(() => controller.abort(), ms);
    return controller.signal;
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

it('continues when a request gets no response, for the code and for its confirmation', async () => {
  const pending = {
    state: 'pending',
    code: 'ABCD2345',
    expiresAt: '2099-01-01T00:00:00.000Z',
    now: '2026-11-24T13:04:00Z',
  };
  const answers = [never, answerOf(pending), never, answerOf({ state: 'paired' })];
  vi.stubGlobal(
    'fetch',
    (address: string, init: RequestInit) => answers.shift()?.(address, init) ?? never(address, init),
  );
  const codes: (string | null)[] = [];
  let isPaired = false;
  const stop = followPairing({
    code: (code) => codes.push(code),
    paired: () => {
      isPaired = true;
    },
    clock: new ServerClock(),
  });
  await vi.advanceTimersByTimeAsync(30_000);
  expect(codes).toEqual(['ABCD2345']);
  await vi.advanceTimersByTimeAsync(30_000);
  expect(isPaired).toBe(true);
  stop();
});
