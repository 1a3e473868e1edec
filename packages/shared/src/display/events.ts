import type { Presenter } from './presenter.ts';

/** How often an open stream hears that all is well; a client that has heard nothing for three of them begins anew. */
export const heartbeatMs = 15_000;
export const silenceMs = 45_000;

/**
 * What the stream of a municipality says, by the name of the event. Right after it opens: a heartbeat, the revision of
 * every published plan and, to a paired screen, `display`. Nothing has to be remembered over a gap: whoever has another
 * revision than the one told reads anew.
 */
export type LiveEvents = {
  heartbeat: {
    /** The server's clock. */
    now: string;
    /** Which build the server serves; null where it serves none. */
    build: string | null;
    /** Over how long reconnecting is spread should the stream end: see reconnect.ts. */
    spreadMs: number;
    /** Since when the database has not answered: what is shown may be old though the stream is alive. */
    staleSince: string | null;
  };
  /** A plan has another revision than before. The event's id is the revision. */
  plan: { plan: string; year: number; revision: number };
  /** To a paired screen: read its settings anew if the version is another; do what the presenter wants. */
  display: { version: number; presenter: Presenter };
  /** To a paired screen: its right is gone, and what it shows must go. The stream ends. */
  revoked: Record<string, never>;
  /**
   * The stream ends, as the server is being stopped or may no longer serve it: reconnect, spread over the time; this
   * listener after its own part of it.
   */
  closing: { spreadMs: number; afterMs: number };
};
export type LiveEventName = keyof LiveEvents;
