import type { Presenter } from './presenter.ts';

/** Interval of heartbeats; a client reconnects after three missed ones. */
export const heartbeatMs = 15_000;
export const silenceMs = 45_000;

/**
 * Events of a municipality's stream, by name. When it opens it sends a heartbeat, the revision of every published plan
 * and, to a paired screen, `display`. So a client needs no history after a gap: with another revision it reloads.
 */
export type LiveEvents = {
  heartbeat: {
    /** The server's clock. */
    now: string;
    /** The build that the server serves; null: none. */
    build: string | null;
    /** Milliseconds over which clients spread their reconnects after the stream ends: see reconnect.ts. */
    spreadMs: number;
    /** Since when the database has not answered: the shown data may be old although the stream is alive. */
    staleSince: string | null;
  };
  /** A plan's new revision, which is also the event's id. */
  plan: { plan: string; year: number; revision: number };
  /** To a paired screen: reload its settings if the version differs, and follow the presenter. */
  display: { version: number; presenter: Presenter };
  /** To a paired screen: its right is revoked and its data must go. The stream ends. */
  revoked: Record<string, never>;
  /**
   * The stream ends because the server stops or may no longer serve it. Clients reconnect spread over `spreadMs`, this one
   * after `afterMs`.
   */
  closing: { spreadMs: number; afterMs: number };
};
export type LiveEventName = keyof LiveEvents;
