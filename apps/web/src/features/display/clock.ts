/** The two clocks of a browser: a monotonic one, and the wall clock, which may be wrong by hours. */
export type Ticks = { forwards: () => number; wall: () => number };
const browser: Ticks = { forwards: () => performance.now(), wall: () => Date.now() };

/**
 * The server's time on a television whose clock may be wrong. The monotonic clock continues from the last time that the
 * server sent; after a restart, the last known offset corrects the wall clock.
 */
export class ServerClock {
  private readonly ticks: Ticks;
  private base: number | null = null;
  private wallOffset: number;

  constructor(wallOffset = 0, ticks: Ticks = browser) {
    this.ticks = ticks;
    this.wallOffset = wallOffset;
  }

  sync(now: string) {
    const serverNow = Date.parse(now);
    if (Number.isNaN(serverNow)) return;
    this.base = serverNow - this.ticks.forwards();
    this.wallOffset = serverNow - this.ticks.wall();
  }

  now(): number {
    return this.base === null ? this.ticks.wall() + this.wallOffset : this.ticks.forwards() + this.base;
  }

  /** Milliseconds of the monotonic clock, for durations: setting the wall clock does not change them. */
  forwards(): number {
    return this.ticks.forwards();
  }

  /** Offset of the wall clock, to store for the next start. */
  get offset(): number {
    return this.wallOffset;
  }
}
