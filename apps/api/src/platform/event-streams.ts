import type { FastifyReply, FastifyRequest } from 'fastify';
import { AppError } from './app-error.ts';
import { networkOf } from './limit.ts';
import { TokenBucket, TokenBuckets } from './token-bucket.ts';

export type StreamLimits = {
  /** Open at once, in this process. */
  inAll: number;
  perGroup: number;
  /** Whole offices are behind one address. */
  perAddress: number;
  /** Let in within a second: after a restart everybody comes back. */
  perSecond: number;
  /** Asked for within a second by one address, known or not: what comes all at once may be twice as many. */
  perAddressSecond: number;
  /** Of places and turns, the part that nobody takes from paired screens. */
  reserved: number;
  /** Not yet taken by a listener: one that does not read is let go, and comes back to what holds by then. */
  waitingBytes: number;
};

export const streamLimits: StreamLimits = {
  inAll: 10_000,
  perGroup: 4000,
  perAddress: 500,
  perSecond: 100,
  perAddressSecond: 20,
  reserved: 0.1,
  waitingBytes: 16 * 1024,
};

/** One event as it goes over the wire (HTML standard, 9.2). */
export const eventBytes = (name: string, data: object, id?: number): Buffer =>
  Buffer.from(`${id === undefined ? '' : `id: ${id}\n`}event: ${name}\ndata: ${JSON.stringify(data)}\n\n`);

/** How long the browser's own EventSource waits before it comes back. */
export const retryBytes = (ms: number): Buffer => Buffer.from(`retry: ${Math.round(ms)}\n\n`);

export type EventStream = {
  send: (bytes: Buffer) => void;
  end: () => void;
  /** Without a word, also where nobody is there to take one. */
  drop: () => void;
};

/** Which part of a second's listeners may come in one moment. */
const burst = 0.2;
/** Whoever would wait longer for their turn is told to come again. */
const longestWaitMs = 3000;
/** A paired screen listens once; a connection that died without a word may linger beside those that follow it. */
const perScreenSecond = 2;

/** Anywhere in the half minute: whoever is refused shall not come back all at the same second. */
const soon = () => ({ retryAfter: 1 + Math.floor(Math.random() * 30) });
const tooMany = () => new AppError('unavailable', undefined, soon());

/** Who wants to listen to what. A paired screen has an identity of its own, so its address is not counted. */
export type Asker = { group: string; address: string; screen?: string | undefined };

/** A place among those that are open, which waits for its turn to be let in. */
export type StreamSlot = { admit: () => Promise<'at once' | 'later'>; release: () => void };

/**
 * Counts of what is open. A place is taken before anything is read for a listener, and given back when it goes; a turn,
 * of which there are few, only by one that is known to be let in.
 */
export class EventStreams {
  private readonly limits: StreamLimits;
  private readonly byGroup = new Map<string, number>();
  private readonly byAddress = new Map<string, number>();
  private open = 0;
  private readonly asked: TokenBuckets;
  private readonly turns: TokenBucket;
  /** Turns that only paired screens have: the others may take all of theirs. */
  private readonly ownTurns: TokenBucket;
  private readonly waiting = new Set<() => void>();

  constructor(limits: Partial<StreamLimits> = {}) {
    this.limits = { ...streamLimits, ...limits };
    const { perSecond, reserved } = this.limits;
    const bucketOf = (share: number) =>
      new TokenBucket({ everyMs: 1000 / (perSecond * share * (1 - burst)), burst: perSecond * share * burst });
    this.turns = bucketOf(1 - reserved);
    this.ownTurns = bucketOf(reserved);
    this.asked = new TokenBuckets();
  }

  get size(): number {
    return this.open;
  }

  /**
   * Counts one more.
   * @throws AppError unavailable (too many at once) or too_many_requests (of one address or group), with seconds to wait
   */
  take({ group, address, screen }: Asker): StreamSlot {
    const { byGroup, byAddress, limits } = this;
    const isScreen = screen !== undefined;
    const network = isScreen ? `screen:${screen}` : networkOf(address);
    const perSecond = isScreen ? perScreenSecond : limits.perAddressSecond;
    if (!this.asked.of(network, perSecond).take()) throw new AppError('too_many_requests', undefined, soon());
    const most = (limit: number) => (isScreen ? limit : Math.ceil(limit * (1 - limits.reserved)));
    if (
      (!isScreen && (byAddress.get(network) ?? 0) >= limits.perAddress) ||
      (byGroup.get(group) ?? 0) >= most(limits.perGroup)
    ) {
      throw new AppError('too_many_requests', undefined, { retryAfter: 60 });
    }
    if (this.open >= most(limits.inAll)) throw tooMany();
    this.open += 1;
    add(byGroup, group, 1);
    add(byAddress, network, 1);
    let isTaken = true;
    const release = () => {
      if (!isTaken) return;
      isTaken = false;
      this.open -= 1;
      add(byGroup, group, -1);
      add(byAddress, network, -1);
    };
    return { release, admit: () => this.admit(isScreen) };
  }

  /** When its turn has come: some wait a moment for it. @throws AppError unavailable when that would be too long */
  private async admit(isScreen: boolean): Promise<'at once' | 'later'> {
    const isOwn = isScreen && this.ownTurns.waitMs() <= this.turns.waitMs();
    const waitMs = (isOwn ? this.ownTurns : this.turns).takeWithin(longestWaitMs);
    if (waitMs === null) throw tooMany();
    if (waitMs === 0) return 'at once';
    await this.wait(waitMs);
    return 'later';
  }

  /** Nobody waits for a turn any more. */
  close() {
    for (const refuse of this.waiting) refuse();
  }

  private wait(ms: number): Promise<void> {
    return new Promise((admit, fail) => {
      const end = (work: () => void) => () => {
        clearTimeout(timer);
        this.waiting.delete(refuse);
        work();
      };
      const refuse = end(() => fail(tooMany()));
      const timer = setTimeout(end(admit), ms);
      this.waiting.add(refuse);
    });
  }

  /**
   * Takes the answer out of Fastify's hands, as nothing may hold it back until it ends: no compression, no buffering.
   * @param onClose once, however it ended
   */
  start(request: FastifyRequest, reply: FastifyReply, onClose: () => void): EventStream {
    const { raw } = reply.hijack();
    const { waitingBytes } = this.limits;
    raw.once('close', onClose);
    raw.on('error', () => raw.destroy());
    raw.writeHead(200, {
      ...(reply.getHeaders() as Record<string, string>),
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      // Nginx buffers unless it is told not to.
      'x-accel-buffering': 'no',
    });
    if (request.method === 'HEAD') raw.end();
    else request.socket.setKeepAlive(true, 30_000);
    return {
      send: (bytes) => {
        if (raw.writableEnded || raw.destroyed) return;
        raw.write(bytes);
        if (raw.writableLength > waitingBytes) raw.destroy();
      },
      end: () => raw.end(),
      drop: () => raw.destroy(),
    };
  }
}

function add(counts: Map<string, number>, key: string, by: number): void {
  const count = (counts.get(key) ?? 0) + by;
  if (count > 0) counts.set(key, count);
  else counts.delete(key);
}
