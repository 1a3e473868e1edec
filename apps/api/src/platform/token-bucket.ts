type Rate = { everyMs: number; burst: number };

/** Admits a burst at once, then one every so many milliseconds. */
export class TokenBucket {
  private readonly rate: Rate;
  /** When the next token is due at an even rate. */
  private due = 0;

  constructor(rate: Rate) {
    this.rate = rate;
  }

  /** Whether the bucket is full, and so equals a new one. */
  get isIdle(): boolean {
    return this.due <= performance.now();
  }

  waitMs(): number {
    const { everyMs, burst } = this.rate;
    return Math.max(0, this.due - (burst - 1) * everyMs - performance.now());
  }

  /** Takes the next token if it is due within the time. @returns milliseconds until it is due; null: not taken */
  takeWithin(longestMs: number): number | null {
    const waitMs = this.waitMs();
    if (waitMs > longestMs) return null;
    this.due = Math.max(this.due, performance.now()) + this.rate.everyMs;
    return waitMs;
  }

  take(): boolean {
    return this.takeWithin(0) !== null;
  }
}

const sweepMs = 1000;

/** One bucket per key, dropped when it is full again. */
export class TokenBuckets {
  private readonly byKey = new Map<string, TokenBucket>();
  private sweptAt = 0;

  of(key: string, perSecond: number): TokenBucket {
    this.sweep();
    const known = this.byKey.get(key);
    if (known) return known;
    const made = new TokenBucket({ everyMs: 1000 / perSecond, burst: 2 * perSecond });
    this.byKey.set(key, made);
    return made;
  }

  get size(): number {
    return this.byKey.size;
  }

  private sweep() {
    const now = performance.now();
    if (now - this.sweptAt < sweepMs) return;
    this.sweptAt = now;
    for (const [key, pace] of this.byKey) if (pace.isIdle) this.byKey.delete(key);
  }
}
