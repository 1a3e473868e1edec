import pg from 'pg';
import type { FastifyBaseLogger } from 'fastify';
import { faultOf } from './fault.ts';

export const planChannel = 'plan_changed';
export const displayChannel = 'display_changed';
const channels = [planChannel, displayChannel] as const;
type Channel = (typeof channels)[number];

type Handler = (id: string) => void;
type Options = { connectionString: string; log: FastifyBaseLogger; everyMs?: number };

/**
 * Listens to changes of plans and screens in every instance. A notification carries the id of what has changed; because
 * one can be lost with its connection, `onCheck` handlers also run at every (re)connection and every few seconds.
 */
export class Changes {
  private readonly options: Required<Options>;
  private readonly changeHandlers = { [planChannel]: new Set<Handler>(), [displayChannel]: new Set<Handler>() };
  private readonly checkHandlers = new Set<() => Promise<void>>();
  private client: pg.Client | undefined;
  private timer: NodeJS.Timeout | undefined;
  private away: Date | undefined;
  private isClosed = false;

  constructor(options: Options) {
    this.options = { everyMs: 2000, ...options };
  }

  /** Since when the database has not answered; undefined while it does. */
  get awaySince(): Date | undefined {
    return this.away;
  }

  onChange(channel: Channel, handler: Handler): () => void {
    this.changeHandlers[channel].add(handler);
    return () => this.changeHandlers[channel].delete(handler);
  }

  onCheck(handler: () => Promise<void>): () => void {
    this.checkHandlers.add(handler);
    return () => this.checkHandlers.delete(handler);
  }

  async start() {
    await this.tick();
  }

  async close() {
    this.isClosed = true;
    clearTimeout(this.timer);
    await this.drop();
  }

  private async tick() {
    try {
      if (!this.client) await this.connect();
      await this.client?.query('select 1');
      for (const check of this.checkHandlers) await check();
      this.away = undefined;
    } catch (error) {
      this.away ??= new Date();
      this.options.log.warn({ fault: faultOf(error) }, 'database does not answer');
      await this.drop();
    }
    if (!this.isClosed) this.timer = setTimeout(() => void this.tick(), this.options.everyMs);
  }

  private async connect() {
    const client = new pg.Client({
      connectionString: this.options.connectionString,
      connectionTimeoutMillis: 3000,
      query_timeout: 3000,
      application_name: 'vointi-live',
    });
    client.on('notification', ({ channel, payload }) => {
      for (const handler of this.changeHandlers[channel as Channel]) handler(payload ?? '');
    });
    // Without a handler a lost connection would end the process; the next tick connects again.
    client.on('error', () => {
      this.away ??= new Date();
      if (this.client === client) this.client = undefined;
    });
    await client.connect();
    for (const channel of channels) await client.query(`listen ${channel}`);
    if (this.isClosed) await client.end();
    else this.client = client;
  }

  private async drop() {
    const client = this.client;
    this.client = undefined;
    await client?.end().catch(() => undefined);
  }
}
