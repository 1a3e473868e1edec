const firstMs = 1000;
export const longestMs = 30_000;

/** So many listeners a second come back, on average, when all of them have lost their stream at once. */
const perSecond = 67;

/** Over how long so many listeners should be spread. */
export const spreadOf = (listeners: number): number =>
  Math.min(longestMs, Math.max(firstMs, Math.ceil(listeners / perSecond) * 1000));

type Waiting = { attempt: number; spreadMs: number; afterMs?: number | undefined; random: () => number };

/**
 * How long to wait before the next attempt: within a window that doubles from 1 s to 30 s, and is never narrower than
 * the server asked for, so that a restarted server is not met by everybody at once. Where it asked for more, all are
 * spread evenly by their first wait, and stay so by waiting equally long from then on: waits by chance would bunch.
 * @param attempt 0 right after the stream was lost
 * @param spreadMs what the last heartbeat or closing event said
 * @param afterMs this listener's own moment, if a closing event has told it
 * @param random from 0 up to 1
 */
export function reconnectAfterMs({ attempt, spreadMs, afterMs, random }: Waiting): number {
  const doubling = Math.min(longestMs, firstMs * 2 ** Math.min(attempt, 10));
  const window = Math.min(longestMs, Math.max(doubling, spreadMs));
  if (attempt === 0) return Math.min(longestMs, afterMs ?? Math.round(random() * window));
  return spreadMs >= doubling ? window : Math.round(window * (0.5 + 0.5 * random()));
}
