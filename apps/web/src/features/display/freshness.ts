import { remember, remembered } from '../../lib/storage.ts';
import type { ServerClock } from './clock.ts';

/** How old what is shown may be: since when nothing has been heard, and since when something newer is known to be there. */
export class Freshness {
  private readonly clock: ServerClock;
  private readonly name: string;
  private readonly openedTicks: number;
  private heardAt: number | null;
  /** The same by the clock that only goes forwards; null: not since the page was opened. */
  private heardTicks: number | null = null;
  private staleSince: number | null = null;
  /** Since when what is shown is known not to be the newest; null: it is, as far as is known. */
  private behindTicks: number | null = null;

  /** @param keptAt when was heard what is shown at the start; null: nothing is */
  constructor(name: string, clock: ServerClock, keptAt: number | null) {
    this.name = name;
    this.clock = clock;
    this.openedTicks = clock.forwards();
    this.heardAt = keptAt;
  }

  /** When this screen last heard anything in a visit before, and how wrong its wall clock was then. */
  static kept(name: string): { heardAt: number | null; offset: number } {
    const [heardAt, offset] = (remembered(nameOf(name)) ?? '').split('/').map(Number);
    return { heardAt: heardAt || null, offset: offset || 0 };
  }

  heard() {
    this.heardAt = this.clock.now();
    this.heardTicks = this.clock.forwards();
    // As old as it is: after a restart that is all that is known of what is shown.
    remember(nameOf(this.name), `${Math.round(this.lastHeard ?? this.heardAt)}/${Math.round(this.clock.offset)}`);
  }

  /** What the service says of its own data while its database is away. */
  hearStale(since: string | null) {
    this.staleSince = since === null ? null : Date.parse(since);
  }

  /** What cannot be had grows old, however well the service is heard. */
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

  /** For how long nothing true has been heard; null: never. */
  get silence(): number | null {
    if (this.heardAt === null) return null;
    const ticks = this.clock.forwards();
    // Over a restart the time comes from a clock that may have been set meanwhile: it is never less than is seen here.
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

  /** When what is shown was last known to be true. */
  get lastHeard(): number | null {
    if (this.heardAt === null) return null;
    const current = this.behindTicks === null ? this.heardAt : this.clock.now() - this.behindMs;
    return Math.min(this.heardAt, this.staleSince ?? this.heardAt, current);
  }
}

const nameOf = (name: string) => `display.heard.${name}`;
