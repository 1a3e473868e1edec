const firstMs = 1000;
export const longestMs = 30_000;

/** Average reconnects per second after all listeners lost their stream at once. */
const perSecond = 67;

/** Milliseconds over which to spread so many listeners. */
export const spreadOf = (listeners: number): number =>
  Math.min(longestMs, Math.max(firstMs, Math.ceil(listeners / perSecond) * 1000));

type ReconnectOptions = { attempt: number; spreadMs: number; afterMs?: number | undefined; random: () => number };

/**
 * The wait before the next attempt, random within a window that doubles from 1 s to 30 s and is at least `spreadMs`, so
 * that listeners do not all meet a restarted server at once. With a long `spreadMs` the first wait spreads them evenly,
 * and equal waits keep them so; random ones would bunch.
 * @param attempt 0 right after the stream was lost
 * @param spreadMs of the last heartbeat or closing event
 * @param afterMs this listener's own wait, if a closing event gave it
 * @param random from 0 up to 1
 */
export function reconnectAfterMs({ attempt, spreadMs, afterMs, random }: ReconnectOptions): number {
  const backoffMs = Math.min(longestMs, firstMs * 2 ** Math.min(attempt, 10));
  const window = Math.min(longestMs, Math.max(backoffMs, spreadMs));
  if (attempt === 0) return Math.min(longestMs, afterMs ?? Math.round(random() * window));
  return spreadMs >= backoffMs ? window : Math.round(window * (0.5 + 0.5 * random()));
}
