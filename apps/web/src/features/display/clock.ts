/** The two clocks of a browser: one that only goes forwards, and one that may be wrong by hours. */
export type Ticks = { forwards: () => number; wall: () => number };
const browser: Ticks = { forwards: () => performance.now(), wall: () => Date.now() };

/**
 * The server's time, on a television whose own may be wrong: learned from what the server says, carried on by the clock
 * that only goes forwards, and over a restart by how wrong the wall clock was when last heard.
 */
export class ServerClock {
  private readonly ticks: Ticks;
  private base: number | null = null;
  private wallOffset: number;

  constructor(wallOffset = 0, ticks: Ticks = browser) {
    this.ticks = ticks;
    this.wallOffset = wallOffset;
  }

  hear(now: string) {
    const told = Date.parse(now);
    if (Number.isNaN(told)) return;
    this.base = told - this.ticks.forwards();
    this.wallOffset = told - this.ticks.wall();
  }

  now(): number {
    return this.base === null ? this.ticks.wall() + this.wallOffset : this.ticks.forwards() + this.base;
  }

  /** For lengths of time: milliseconds that no setting of a clock makes longer or shorter. */
  forwards(): number {
    return this.ticks.forwards();
  }

  /** To be kept for the next start. */
  get offset(): number {
    return this.wallOffset;
  }
}
