import type { FastifyReply, FastifyRequest } from 'fastify';
import { AppError } from './app-error.ts';
import { networkOf } from './limit.ts';

export type StreamLimits = {
  /** Open at once, in this process. */
  inAll: number;
  perGroup: number;
  /** Whole offices are behind one address. */
  perAddress: number;
  /** Let in within a second: after a restart everybody comes back. */
  perSecond: number;
  /** Not yet taken by a listener: one that does not read is let go, and comes back to what holds by then. */
  waitingBytes: number;
};

export const streamLimits: StreamLimits = {
  inAll: 10_000,
  perGroup: 4000,
  perAddress: 500,
  perSecond: 100,
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
};

type Place = { group: string; address: string };

/** Counts of what is open; a place is taken before anything is read for a listener, and given back when it goes. */
export class EventStreams {
  private readonly limits: StreamLimits;
  private readonly byGroup = new Map<string, number>();
  private readonly byAddress = new Map<string, number>();
  private open = 0;
  private tokens: number;
  private filledAt = performance.now();

  constructor(limits: Partial<StreamLimits> = {}) {
    this.limits = { ...streamLimits, ...limits };
    this.tokens = this.limits.perSecond;
  }

  get size(): number {
    return this.open;
  }

  /**
   * @returns what gives the place back
   * @throws AppError unavailable (too many at once) or too_many_requests (of one address or group), with seconds to wait
   */
  take({ group, address }: Place): () => void {
    const network = networkOf(address);
    const { byGroup, byAddress, limits } = this;
    // Anywhere in the half minute: whoever is refused shall not come back all at the same second.
    const retryAfter = 1 + Math.floor(Math.random() * 30);
    if ((byAddress.get(network) ?? 0) >= limits.perAddress || (byGroup.get(group) ?? 0) >= limits.perGroup) {
      throw new AppError('too_many_requests', undefined, { retryAfter: 60 });
    }
    if (this.open >= limits.inAll || !this.isLetIn()) throw new AppError('unavailable', undefined, { retryAfter });
    this.open += 1;
    add(byGroup, group, 1);
    add(byAddress, network, 1);
    let isTaken = true;
    return () => {
      if (!isTaken) return;
      isTaken = false;
      this.open -= 1;
      add(byGroup, group, -1);
      add(byAddress, network, -1);
    };
  }

  /** So many a second, and no more at once after a quiet time. */
  private isLetIn(): boolean {
    const now = performance.now();
    const { perSecond } = this.limits;
    this.tokens = Math.min(perSecond, this.tokens + ((now - this.filledAt) / 1000) * perSecond);
    this.filledAt = now;
    if (this.tokens < 1) return false;
    this.tokens -= 1;
    return true;
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
    };
  }
}

function add(counts: Map<string, number>, key: string, by: number): void {
  const count = (counts.get(key) ?? 0) + by;
  if (count > 0) counts.set(key, count);
  else counts.delete(key);
}
