import type { FastifyBaseLogger, FastifyReply, FastifyRequest } from 'fastify';
import type { Db } from '@vointi/db/client.ts';
import { heartbeatMs, type LiveEventName, type LiveEvents } from '@vointi/shared/display/events.ts';
import { spreadOf } from '@vointi/shared/display/reconnect.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Reader, Streams } from '../../platform/context.ts';
import {
  eventBytes,
  type EventStream,
  EventStreams,
  retryBytes,
  type StreamLimits,
} from '../../platform/event-streams.ts';
import { faultOf } from '../../platform/fault.ts';
import { type Changes, displayChannel, planChannel } from '../../platform/live.ts';
import { assertReadable } from '../plan/public.ts';
import {
  type MunicipalityStamps,
  readDisplays,
  readLiveSessions,
  readStamps,
  type Stamp,
  updateLastSeen,
} from './live-read.ts';
import { presenterOf } from './presenter-of.ts';
import { RefreshQueue } from './refresh-queue.ts';

type Listener = {
  stream: EventStream;
  /** Listens without a right of their own: the stream ends when the board is closed to the public. */
  isPublic: boolean;
  displayId: string | undefined;
  sessionId: string | undefined;
};
type Watched = MunicipalityStamps & { listeners: Set<Listener> };

type Options = {
  db: Db;
  changes: Changes;
  now: () => Date;
  log: FastifyBaseLogger;
  build: string | null;
  limits?: Partial<StreamLimits>;
  everyMs?: number;
};

/** How often listeners' permissions are checked again; a notified revocation takes effect at once. */
const recheckMs = 30_000;

/** Concurrent streams of one paired screen. */
export const streamsOfScreen = 8;

const bytesOf = <N extends LiveEventName>(name: N, data: LiveEvents[N], id?: number) => eventBytes(name, data, id);
const planBytes = (stamp: Stamp) => bytesOf('plan', stamp, stamp.revision);

/**
 * All listeners of this instance, by municipality. A change costs one query and one buffer however many listen. The
 * state of a municipality stays in memory while it has listeners.
 */
export class LiveStreams implements Streams {
  private readonly options: Options;
  private readonly streams: EventStreams;
  private readonly watched = new Map<string, Watched>();
  private readonly loading = new Map<string, Promise<MunicipalityStamps | undefined>>();
  private readonly displays = new Map<string, Set<Listener>>();
  private readonly refreshQueue: RefreshQueue;
  private checkedAt = 0;
  private isClosed = false;
  private readonly stops: (() => void)[];

  constructor(options: Options) {
    this.options = options;
    this.streams = new EventStreams(options.limits);
    this.refreshQueue = new RefreshQueue(
      async ({ slugs, displays }) => {
        if (slugs.length > 0) await this.readMunicipalities(slugs);
        if (displays.length > 0) await this.sendDisplays(displays);
      },
      // The next check reads everything again.
      (error) => options.log.warn({ fault: faultOf(error) }, 'live listeners could not be updated'),
    );
    const beat = setInterval(() => this.beat(), options.everyMs ?? heartbeatMs).unref();
    this.stops = [
      options.changes.onChange(planChannel, (id) => this.onPlan(id)),
      options.changes.onChange(displayChannel, (id) => {
        if (this.displays.has(id)) this.refreshQueue.display(id);
      }),
      options.changes.onCheck(() => this.check()),
      () => clearInterval(beat),
    ];
  }

  /** Number of open streams. */
  get size(): number {
    return this.streams.size;
  }

  /** @throws AppError not_found, unauthenticated as the board does; unavailable, too_many_requests when too many listen */
  async open(slug: string, reader: Reader, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    if (this.isClosed) throw new AppError('unavailable', undefined, { retryAfter: 5 });
    const screen = reader.actor.kind === 'screen' && reader.actor.slug === slug ? reader.actor.displayId : undefined;
    const { admit, release } = this.streams.take({ group: slug, address: request.ip, screen });
    let stamps: MunicipalityStamps;
    try {
      stamps = await this.find(slug, reader);
      // Checked again after a wait: the board may have been closed to the public meanwhile.
      if ((await admit()) === 'later') stamps = await this.find(slug, reader);
    } catch (error) {
      release();
      throw error;
    }
    if (request.raw.socket.destroyed) {
      // The client disconnected during the query, before a close handler existed.
      release();
      reply.hijack();
      return;
    }
    const entry = this.watch(stamps);
    const listener: Listener = {
      stream: this.streams.start(request, reply, () => {
        release();
        this.remove(entry, listener);
      }),
      isPublic: reader.grant.reach === 'public',
      displayId: reader.actor.kind === 'screen' ? reader.actor.displayId : undefined,
      sessionId: reader.actor.kind === 'user' ? reader.actor.sessionId : undefined,
    };
    this.add(entry, listener);
  }

  /** Checks access before an admission is used. @throws AppError not_found, unauthenticated as its board does */
  private async find(slug: string, reader: Reader): Promise<MunicipalityStamps> {
    const loaded = this.watched.get(slug) ?? (await this.load(slug));
    const stamps = this.watched.get(slug) ?? loaded;
    if (this.isClosed) throw new AppError('unavailable', undefined, { retryAfter: 5 });
    if (!stamps) throw new AppError('not_found');
    assertReadable(stamps.isPublic, reader);
    return stamps;
  }

  /** Sends every listener its time to reconnect, and ends all streams. */
  close() {
    this.isClosed = true;
    for (const stop of this.stops) stop();
    this.streams.close();
    this.endAll([...this.watched.values()].flatMap(({ listeners }) => [...listeners]));
  }

  private load(slug: string): Promise<MunicipalityStamps | undefined> {
    let loading = this.loading.get(slug);
    if (!loading) {
      loading = readStamps(this.options.db, [slug])
        .then(([stamps]) => stamps)
        .finally(() => this.loading.delete(slug));
      this.loading.set(slug, loading);
    }
    return loading;
  }

  private watch(stamps: MunicipalityStamps): Watched {
    const known = this.watched.get(stamps.slug);
    if (known) return known;
    const entry: Watched = { ...stamps, listeners: new Set() };
    this.watched.set(stamps.slug, entry);
    // No listener existed between the query and now, so a change may have been missed.
    this.refreshQueue.municipality(stamps.slug);
    return entry;
  }

  private add(entry: Watched, listener: Listener) {
    entry.listeners.add(listener);
    const { stream, displayId } = listener;
    const spreadMs = spreadOf(this.size);
    stream.send(retryBytes(1000 + Math.random() * spreadMs));
    stream.send(this.heartbeat());
    for (const stamp of entry.plans.values()) stream.send(planBytes(stamp));
    if (displayId === undefined) return;
    const same = this.displays.get(displayId) ?? new Set();
    this.displays.set(displayId, same.add(listener));
    // Drop the oldest: it is most likely dead.
    const [oldest] = same;
    if (same.size > streamsOfScreen) oldest?.stream.drop();
    this.refreshQueue.display(displayId);
  }

  private remove(entry: Watched, listener: Listener) {
    entry.listeners.delete(listener);
    if (entry.listeners.size === 0 && this.watched.get(entry.slug) === entry) this.watched.delete(entry.slug);
    const same = this.displays.get(listener.displayId ?? '');
    same?.delete(listener);
    if (same?.size === 0) this.displays.delete(listener.displayId ?? '');
  }

  private heartbeat(): Buffer {
    const { build, changes, now } = this.options;
    return bytesOf('heartbeat', {
      now: now().toISOString(),
      build,
      spreadMs: spreadOf(this.size),
      staleSince: changes.awaySince?.toISOString() ?? null,
    });
  }

  private beat() {
    if (this.watched.size === 0) return;
    const bytes = this.heartbeat();
    for (const { listeners } of this.watched.values()) for (const { stream } of listeners) stream.send(bytes);
  }

  private onPlan(planId: string) {
    const own = [...this.watched.values()].find(({ plans }) => plans.has(planId));
    // An unknown plan may be a new one of any watched municipality.
    for (const slug of own ? [own.slug] : this.watched.keys()) this.refreshQueue.municipality(slug);
  }

  private async readMunicipalities(slugs: readonly string[]) {
    const stamps = await readStamps(this.options.db, slugs);
    for (const slug of slugs) {
      const entry = this.watched.get(slug);
      const now = stamps.find((one) => one.slug === slug);
      if (entry) this.update(entry, now);
    }
  }

  private update(entry: Watched, now: MunicipalityStamps | undefined) {
    entry.isPublic = now?.isPublic ?? false;
    if (!entry.isPublic) this.endAll([...entry.listeners].filter((listener) => listener.isPublic));
    const changed = [...(now?.plans.values() ?? [])].filter(
      ({ plan, revision }) => entry.plans.get(plan)?.revision !== revision,
    );
    entry.plans = now?.plans ?? new Map();
    for (const bytes of changed.map(planBytes)) for (const { stream } of entry.listeners) stream.send(bytes);
  }

  /** Spreads the reconnections over time. */
  private endAll(listeners: readonly Listener[]) {
    const spreadMs = spreadOf(listeners.length);
    for (const [index, { stream }] of listeners.entries()) {
      const afterMs = Math.round((spreadMs * (index + 0.5)) / listeners.length);
      stream.send(retryBytes(afterMs));
      stream.send(bytesOf('closing', { spreadMs, afterMs }));
      stream.end();
    }
  }

  private async sendDisplays(ids: readonly string[]) {
    const { db, now } = this.options;
    for (const { id, version, presenter, isRevoked } of await readDisplays(db, ids)) {
      if (isRevoked) this.revoke(id);
      else {
        const bytes = bytesOf('display', { version, presenter: presenterOf(presenter, now()) });
        for (const { stream } of this.displays.get(id) ?? []) stream.send(bytes);
      }
    }
  }

  private revoke(displayId: string) {
    for (const { stream } of this.displays.get(displayId) ?? []) {
      stream.send(bytesOf('revoked', {}));
      stream.end();
    }
  }

  /** Catches up with lost notifications; now and then also ends streams without permission. */
  private async check() {
    if (this.watched.size === 0) return;
    await this.readMunicipalities([...this.watched.keys()]);
    const at = this.options.now();
    if (Math.abs(at.getTime() - this.checkedAt) < recheckMs) return;
    this.checkedAt = at.getTime();
    await this.recheck(at);
  }

  private async recheck(at: Date) {
    const { db } = this.options;
    const ids = [...this.displays.keys()];
    if (ids.length > 0) {
      const connected = await updateLastSeen(db, ids, at);
      for (const id of ids) if (!connected.has(id)) this.revoke(id);
      // Catches up with commands whose notification was lost.
      await this.sendDisplays([...connected]);
    }
    const closed = [...this.watched.values()].filter(({ isPublic }) => !isPublic);
    const people = closed.flatMap(({ listeners }) => [...listeners]).filter(({ sessionId }) => sessionId !== undefined);
    if (people.length === 0) return;
    const valid = await readLiveSessions(
      db,
      people.flatMap(({ sessionId }) => sessionId ?? []),
      at,
    );
    this.endAll(people.filter(({ sessionId }) => !valid.has(sessionId ?? '')));
  }
}
