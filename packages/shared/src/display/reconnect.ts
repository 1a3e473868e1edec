const firstMs = 1000;
export const longestMs = 30_000;

/** So many listeners a second come back at most, on average, when all of them have lost their stream at once. */
const perSecond = 67;

/** Over how long so many listeners should be spread. */
export const spreadOf = (listeners: number): number =>
  Math.min(longestMs, Math.max(firstMs, Math.ceil(listeners / perSecond) * 1000));

/**
 * How long to wait before the next attempt: anywhere within a window that doubles from 1 s to 30 s, and is never
 * narrower than the server asked for, so that a restarted server is not met by everybody at once.
 * @param attempt 0 right after the stream was lost
 * @param spreadMs what the last heartbeat or closing event said
 * @param random from 0 up to 1
 */
export function reconnectAfterMs({
  attempt,
  spreadMs,
  random,
}: {
  attempt: number;
  spreadMs: number;
  random: () => number;
}): number {
  const doubling = Math.min(longestMs, firstMs * 2 ** Math.min(attempt, 10));
  const window = Math.min(longestMs, Math.max(doubling, spreadMs));
  return Math.round(random() * window);
}
