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

/** Which part of a second's listeners may come in one moment. */
const burst = 0.3;
/** Whoever would wait longer for their turn is told to come again. */
const longestWaitMs = 3000;

/** Anywhere in the half minute: whoever is refused shall not come back all at the same second. */
const tooMany = () => new AppError('unavailable', undefined, { retryAfter: 1 + Math.floor(Math.random() * 30) });

type Place = { group: string; address: string };

/** Counts of what is open; a place is taken before anything is read for a listener, and given back when it goes. */
export class EventStreams {
  private readonly limits: StreamLimits;
  private readonly byGroup = new Map<string, number>();
  private readonly byAddress = new Map<string, number>();
  private open = 0;
  /** When the next one would be let in if all came evenly. */
  private due = 0;
  private readonly waiting = new Set<() => void>();

  constructor(limits: Partial<StreamLimits> = {}) {
    this.limits = { ...streamLimits, ...limits };
  }

  get size(): number {
    return this.open;
  }

  /**
   * Counts one more, and lets it in when its turn has come: some wait a moment for it.
   * @returns what gives the place back
   * @throws AppError unavailable (too many at once) or too_many_requests (of one address or group), with seconds to wait
   */
  async take({ group, address }: Place): Promise<() => void> {
    const network = networkOf(address);
    const { byGroup, byAddress, limits } = this;
    if ((byAddress.get(network) ?? 0) >= limits.perAddress || (byGroup.get(group) ?? 0) >= limits.perGroup) {
      throw new AppError('too_many_requests', undefined, { retryAfter: 60 });
    }
    const waitMs = this.open < limits.inAll ? this.turn() : Infinity;
    if (waitMs > longestWaitMs) throw tooMany();
    this.open += 1;
    add(byGroup, group, 1);
    add(byAddress, network, 1);
    let isTaken = true;
    const leave = () => {
      if (!isTaken) return;
      isTaken = false;
      this.open -= 1;
      add(byGroup, group, -1);
      add(byAddress, network, -1);
    };
    try {
      if (waitMs > 0) await this.wait(waitMs);
    } catch (error) {
      leave();
      throw error;
    }
    return leave;
  }

  /** Nobody waits for a turn any more. */
  close() {
    for (const refuse of this.waiting) refuse();
  }

  private wait(ms: number): Promise<void> {
    return new Promise((letIn, fail) => {
      const end = (work: () => void) => () => {
        clearTimeout(timer);
        this.waiting.delete(refuse);
        work();
      };
      const refuse = end(() => fail(tooMany()));
      const timer = setTimeout(end(letIn), ms);
      this.waiting.add(refuse);
    });
  }

  /** How long the next one waits: some come in at once, the others evenly; in no second more than so many. */
  private turn(): number {
    const now = performance.now();
    const { perSecond } = this.limits;
    const everyMs = 1000 / (perSecond * (1 - burst));
    const waitMs = Math.max(0, this.due - (perSecond * burst - 1) * everyMs - now);
    if (waitMs <= longestWaitMs) this.due = Math.max(this.due, now) + everyMs;
    return waitMs;
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
