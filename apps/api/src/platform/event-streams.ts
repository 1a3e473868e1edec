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
  /** Admitted per second: after a restart everybody reconnects. */
  perSecond: number;
  /** Requests per second of one address, admitted or not; a burst may be twice as many. */
  perAddressSecond: number;
  /** Share of slots and admissions that only paired screens may take. */
  reserved: number;
  /** Unsent bytes at which a listener that does not read is dropped; it reconnects to the newest state. */
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

/** Tells the browser's EventSource how long to wait before it reconnects. */
export const retryBytes = (ms: number): Buffer => Buffer.from(`retry: ${Math.round(ms)}\n\n`);

export type EventStream = {
  send: (bytes: Buffer) => void;
  end: () => void;
  /** Closes without a closing event. */
  drop: () => void;
};

/** Share of a second's admissions that may come at once. */
const burst = 0.2;
/** Rejects with 503 when the wait would be longer. */
const longestWaitMs = 3000;
/** A screen listens once; a dead connection may linger beside its successor. */
const perScreenSecond = 2;

/** Random within 30 s, so that rejected clients do not retry in the same second. */
const soon = () => ({ retryAfter: 1 + Math.floor(Math.random() * 30) });
const tooMany = () => new AppError('unavailable', undefined, soon());

/** Who wants to listen to what. A paired screen is identified, so its address is not counted. */
export type StreamRequest = { group: string; address: string; screen?: string | undefined };

/** One of the open streams: counted at once, admitted when the rate allows it. */
export type StreamSlot = { admit: () => Promise<'at once' | 'later'>; release: () => void };

/**
 * Limits open streams. A slot is taken before anything is read for a listener and released when it closes. Admissions
 * are scarce, so only a listener that passed all checks takes one.
 */
export class EventStreams {
  private readonly limits: StreamLimits;
  private readonly byGroup = new Map<string, number>();
  private readonly byAddress = new Map<string, number>();
  private open = 0;
  private readonly requests: TokenBuckets;
  private readonly turns: TokenBucket;
  /** Admissions reserved for paired screens. */
  private readonly ownTurns: TokenBucket;
  private readonly waiting = new Set<() => void>();

  constructor(limits: Partial<StreamLimits> = {}) {
    this.limits = { ...streamLimits, ...limits };
    const { perSecond, reserved } = this.limits;
    const bucketOf = (share: number) =>
      new TokenBucket({ everyMs: 1000 / (perSecond * share * (1 - burst)), burst: perSecond * share * burst });
    this.turns = bucketOf(1 - reserved);
    this.ownTurns = bucketOf(reserved);
    this.requests = new TokenBuckets();
  }

  get size(): number {
    return this.open;
  }

  /**
   * Takes a slot.
   * @throws AppError unavailable (too many at once) or too_many_requests (of one address or group), with seconds to wait
   */
  take({ group, address, screen }: StreamRequest): StreamSlot {
    const { byGroup, byAddress, limits } = this;
    const isScreen = screen !== undefined;
    const network = isScreen ? `screen:${screen}` : networkOf(address);
    const perSecond = isScreen ? perScreenSecond : limits.perAddressSecond;
    if (!this.requests.of(network, perSecond).take()) throw new AppError('too_many_requests', undefined, soon());
    const maxFor = (limit: number) => (isScreen ? limit : Math.ceil(limit * (1 - limits.reserved)));
    if (
      (!isScreen && (byAddress.get(network) ?? 0) >= limits.perAddress) ||
      (byGroup.get(group) ?? 0) >= maxFor(limits.perGroup)
    ) {
      throw new AppError('too_many_requests', undefined, { retryAfter: 60 });
    }
    if (this.open >= maxFor(limits.inAll)) throw tooMany();
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

  /** Waits for the rate limit. @throws AppError unavailable when the wait would be too long */
  private async admit(isScreen: boolean): Promise<'at once' | 'later'> {
    const isOwn = isScreen && this.ownTurns.waitMs() <= this.turns.waitMs();
    const waitMs = (isOwn ? this.ownTurns : this.turns).takeWithin(longestWaitMs);
    if (waitMs === null) throw tooMany();
    if (waitMs === 0) return 'at once';
    await this.wait(waitMs);
    return 'later';
  }

  /** Rejects everybody who waits. */
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
   * Hijacks the reply: Fastify would compress and buffer it until it ends.
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
      // Nginx buffers answers without this header.
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
