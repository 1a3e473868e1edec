import { remember, remembered } from '../../lib/storage.ts';
import type { ServerClock } from './clock.ts';

/** The age of the shown data: time since the last message, and since newer data is known to exist. */
export class Freshness {
  private readonly clock: ServerClock;
  private readonly name: string;
  private readonly openedTicks: number;
  private heardAt: number | null;
  /** The same by the monotonic clock; null: not since the page opened. */
  private heardTicks: number | null = null;
  private staleSince: number | null = null;
  /** Since when newer data is known to exist; null: the shown data is the newest known. */
  private behindTicks: number | null = null;

  /** @param confirmedAt when the data of the offline copy was last confirmed; null: there is no copy */
  constructor(name: string, clock: ServerClock, confirmedAt: number | null) {
    this.name = name;
    this.clock = clock;
    this.openedTicks = clock.forwards();
    this.heardAt = confirmedAt;
  }

  /** When the screen last heard from the service before this start, and the wall clock's offset then. */
  static stored(name: string): { heardAt: number | null; offset: number } {
    const [heardAt, offset] = (remembered(nameOf(name)) ?? '').split('/').map(Number);
    return { heardAt: heardAt || null, offset: offset || 0 };
  }

  confirm() {
    this.heardAt = this.clock.now();
    this.heardTicks = this.clock.forwards();
    // Stores the age of the data, not of the message: after a restart it is all that is known.
    remember(nameOf(this.name), `${Math.round(this.lastHeard ?? this.heardAt)}/${Math.round(this.clock.offset)}`);
  }

  /** Called when the service says since when its database has not answered. */
  setStaleSince(since: string | null) {
    this.staleSince = since === null ? null : Date.parse(since);
  }

  /** While newer data fails to load, the shown data ages although the service sends events. */
  setBehind(isBehind: boolean) {
    if (!isBehind) this.behindTicks = null;
    else this.behindTicks ??= this.clock.forwards();
  }

  forget() {
    remember(nameOf(this.name), null);
    this.heardAt = null;
    this.heardTicks = null;
    this.staleSince = null;
    this.behindTicks = null;
  }

  /** Milliseconds since the shown data was last confirmed; null: never. */
  get silence(): number | null {
    if (this.heardAt === null) return null;
    const ticks = this.clock.forwards();
    // After a restart the wall clock may have been set: at least the time since the page opened has passed.
    const silent =
      this.heardTicks === null
        ? Math.max(ticks - this.openedTicks, this.clock.now() - this.heardAt)
        : ticks - this.heardTicks;
    const stale = this.staleSince === null ? 0 : this.clock.now() - this.staleSince;
    return Math.max(silent, stale, this.behindMs);
  }

  private get behindMs(): number {
    return this.behindTicks === null ? 0 : this.clock.forwards() - this.behindTicks;
  }

  /** When the shown data was last confirmed, in the server's time (milliseconds). */
  get lastHeard(): number | null {
    if (this.heardAt === null) return null;
    const current = this.behindTicks === null ? this.heardAt : this.clock.now() - this.behindMs;
    return Math.min(this.heardAt, this.staleSince ?? this.heardAt, current);
  }
}

const nameOf = (name: string) => `display.heard.${name}`;
