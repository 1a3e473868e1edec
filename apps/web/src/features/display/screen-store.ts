import type { OwnDisplay } from '@vointi/shared/display/contract.ts';
import type { LiveEvent } from '../../lib/live.ts';
import { codeOf } from '../../lib/problem.ts';
import { ServerClock } from './clock.ts';
import { Freshness } from './freshness.ts';
import { ScreenStream } from './screen-stream.ts';
import { changedBetween, highlightsAfter } from './highlights.ts';
import { retryDelayMs, isUpToDate, isNewerPlan, isSamePlan, noRevision } from './revision-check.ts';
import { followPairing } from './pairing.ts';
import { newerOf } from './presenting.ts';
import { getBoard, getOwn, getScenes } from './requests.ts';
import { type ScreenSource, storageNameOf } from './screen-source.ts';
import type { ScreenState } from './screen-state.ts';
import { deleteOfflineCopy, saveOfflineCopy, loadOfflineCopy } from './offline-copy.ts';
import type { ScreenData } from './steps/types.ts';

/** Requests everything this often, whatever the stream says. */
const everyMs = 10 * 60_000;
/** A paired screen without events for `unheardMs` checks its right; it looks every `lookMs`. */
const unheardMs = 30_000;
const lookMs = 20_000;
/** The delay of a retry, random so that screens do not all retry at once. */
const retryMs = () => 10_000 * (1 + Math.random());
const gone = new Set(['unauthenticated', 'forbidden', 'not_found', 'invalid_request']);

/** The state of a screen and its updates. Whatever fails, the last good data stays. */
export class ScreenStore {
  readonly clock: ServerClock;
  private readonly source: ScreenSource;
  private readonly name: string;
  private readonly listeners = new Set<() => void>();
  private state: ScreenState = {
    view: { kind: 'starting' },
    own: null,
    presenter: null,
    highlights: new Map(),
    build: null,
  };
  private readonly freshness: Freshness;
  private readonly stream: ScreenStream;
  private stopPairing: (() => void) | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private clocks: ReturnType<typeof setInterval>[] = [];
  private loading: Promise<void> | undefined;
  private isRefreshQueued = false;
  /** Whether the next request includes the room; a changed plan is requested alone, to show at once. */
  private includesRoom = true;
  /** The newest revision of the stream, and how often in a row an older board came. */
  private newestRevision = noRevision;
  private outdatedCount = 0;
  /** Grows when the shown data must go: responses to earlier requests are then ignored. */
  private generation = 0;
  private isStopped = false;

  constructor(source: ScreenSource) {
    this.source = source;
    this.name = storageNameOf(source);
    const { heardAt, offset } = Freshness.stored(this.name);
    this.clock = new ServerClock(offset);
    this.stream = new ScreenStream({
      clock: this.clock,
      onEvent: (event) => this.handleEvent(event),
      onLost: this.refresh,
      // With a public board, the stream also opens to a screen that lost its right.
      onOpen: () => this.source.kind === 'paired' && this.refresh(),
    });
    const copy = loadOfflineCopy(this.name);
    this.freshness = new Freshness(this.name, this.clock, copy && heardAt);
    if (copy) this.state = { ...this.state, view: { kind: 'shown', data: copy }, own: copy.own };
  }

  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
  readonly get = () => this.state;

  /** Milliseconds since the shown data was last confirmed; null: never. */
  readonly silence = (): number | null => this.freshness.silence;
  /** When the shown data was last confirmed, in the server's time (milliseconds). */
  get lastHeard(): number | null {
    return this.freshness.lastHeard;
  }

  start(): () => void {
    this.isStopped = false;
    this.refresh();
    // Separate intervals: other requests do not postpone them.
    this.clocks = [
      setInterval(() => this.refreshUnlessPairing(), everyMs),
      setInterval(() => this.checkStream(), lookMs),
    ];
    return () => {
      this.isStopped = true;
      this.clocks.forEach(clearInterval);
      clearTimeout(this.timer);
      this.stream.stop();
      this.stopPairing?.();
      this.stopPairing = undefined;
    };
  }

  /** Not while a code is shown: the pairing asks then. */
  private refreshUnlessPairing() {
    if (!this.stopPairing) this.refresh();
  }

  private checkStream() {
    if (this.source.kind === 'paired' && this.stream.silentMs >= unheardMs) this.refreshUnlessPairing();
  }

  /** Requests everything; a refresh during a request runs after it. */
  readonly refresh = () => {
    this.includesRoom = true;
    this.ask();
  };

  private ask() {
    if (this.loading) {
      this.isRefreshQueued = true;
      return;
    }
    clearTimeout(this.timer);
    this.loading = this.load()
      .then(
        (againMs) => {
          if (againMs !== null) this.later(againMs, () => this.ask());
        },
        (error: unknown) => this.fail(codeOf(error)),
      )
      .finally(() => {
        this.loading = undefined;
        if (this.isRefreshQueued && !this.isStopped) {
          this.isRefreshQueued = false;
          this.ask();
        }
      });
  }

  private later(ms: number, again: () => void = this.refresh) {
    clearTimeout(this.timer);
    if (!this.isStopped) this.timer = setTimeout(again, ms);
  }

  /** @returns milliseconds to the next request when the data is incomplete or not the newest; null: it is */
  private async load(): Promise<number | null> {
    if (this.source.kind === 'plan') return this.loadPlan(this.source.slug, this.source.year, null);
    const known = this.state.own;
    if (!this.includesRoom && known && known.year !== null)
      return this.loadPlan(known.municipality.slug, known.year, known);
    const isCancelled = this.cancellationCheck();
    const own = await this.loadOwn();
    if (isCancelled()) return null;
    this.stopPairing?.();
    this.stopPairing = undefined;
    this.clock.sync(own.now);
    this.freshness.confirm();
    this.set({ own, presenter: newerOf(this.state.presenter, own.presenter), build: own.build });
    const { slug } = own.municipality;
    const { view } = this.state;
    this.stream.to(slug);
    // The shown plan is not the room's: it ages until the room's plan has loaded.
    const isOther = view.kind === 'shown' && own.year !== null && !isSamePlan(view.data.board, slug, own.year);
    if (isOther) this.freshness.setBehind(true);
    if (own.year !== null) return this.loadPlan(slug, own.year, own);
    deleteOfflineCopy(this.name);
    this.freshness.setBehind(false);
    this.set({ view: { kind: 'nothing', why: 'noPlan' } });
    return null;
  }

  private async loadOwn() {
    this.includesRoom = false;
    try {
      return await getOwn();
    } catch (error) {
      this.includesRoom = true;
      throw error;
    }
  }

  private async loadPlan(slug: string, year: number, own: OwnDisplay | null): Promise<number | null> {
    const isCancelled = this.cancellationCheck();
    const { view } = this.state;
    const before = view.kind === 'shown' ? view.data : null;
    const coming = getScenes(slug, year).catch(() => null);
    const board = await getBoard(slug, year);
    if (isCancelled()) return null;
    this.freshness.confirm();
    this.stream.to(slug);
    const known = before && isSamePlan(before.board, slug, year) ? before.scenes : null;
    // The lights do not wait for the scenes, unless nothing is shown yet.
    if (before) this.show({ board, scenes: known });
    const scenes = await coming;
    if (isCancelled()) return null;
    const data = { board, scenes: scenes ?? known };
    this.show(data);
    saveOfflineCopy(this.name, { ...data, own });
    const isDone = isUpToDate(this.newestRevision, board, scenes);
    this.freshness.setBehind(!isDone);
    this.outdatedCount = isDone ? 0 : this.outdatedCount + 1;
    return isDone ? null : retryDelayMs(this.outdatedCount, scenes ? 'older' : 'failed');
  }

  private cancellationCheck() {
    const { generation } = this;
    return () => this.isStopped || generation !== this.generation;
  }

  private show(data: ScreenData) {
    const { view, highlights } = this.state;
    const changed = view.kind === 'shown' ? changedBetween(view.data.board, data.board) : [];
    this.set({
      view: { kind: 'shown', data },
      highlights: highlightsAfter(highlights, changed, this.clock.forwards()),
    });
  }

  private fail(code: string) {
    // While a code is shown, the pairing asks again.
    if (this.isStopped || this.stopPairing) return;
    if (code === 'unauthenticated' && this.source.kind === 'paired') return this.unpair();
    if (gone.has(code)) {
      // A plan that is gone or no longer public does not stay on a wall.
      this.forget();
      this.set({
        view: { kind: 'nothing', why: code === 'not_found' || code === 'invalid_request' ? 'missing' : 'closed' },
      });
      return this.later(6 * retryMs());
    }
    this.later(retryMs());
  }

  /** The screen has no right: nothing of the municipality stays on it. */
  private unpair() {
    if (this.stopPairing) return;
    this.generation += 1;
    this.stream.stop();
    this.forget();
    clearTimeout(this.timer);
    this.set({ view: { kind: 'pairing', code: null }, own: null, presenter: null, highlights: new Map() });
    this.stopPairing = followPairing({
      code: (code) => this.set({ view: { kind: 'pairing', code } }),
      paired: this.refresh,
      clock: this.clock,
    });
  }

  private forget() {
    deleteOfflineCopy(this.name);
    this.freshness.forget();
    this.newestRevision = noRevision;
  }

  /** Deletes the offline copy, for the next start. */
  readonly dropOfflineCopy = () => deleteOfflineCopy(this.name);

  private handleEvent(event: LiveEvent) {
    switch (event.name) {
      case 'heartbeat':
        this.clock.sync(event.data.now);
        this.freshness.setStaleSince(event.data.staleSince);
        this.freshness.confirm();
        if (event.data.build !== this.state.build) this.set({ build: event.data.build });
        break;
      case 'plan':
        this.freshness.confirm();
        this.handleRevision(event.data);
        break;
      case 'display':
        this.freshness.confirm();
        this.set({ presenter: newerOf(this.state.presenter, event.data.presenter) });
        if (event.data.version !== this.state.own?.version) this.refresh();
        break;
      case 'revoked':
        if (this.source.kind === 'paired') this.unpair();
        break;
      case 'closing':
        break;
    }
  }

  private handleRevision({ year, revision }: { year: number; revision: number }) {
    const { view, own } = this.state;
    const shownYear = own ? own.year : this.source.kind === 'plan' ? this.source.year : null;
    const board = view.kind === 'shown' ? view.data.board : null;
    const known = board?.year === year ? board.revision : null;
    if (year === shownYear) this.newestRevision = { year, revision };
    if (year === shownYear && known !== null && revision > known) this.freshness.setBehind(true);
    if (own && isNewerPlan(own, year)) this.refresh();
    else if (year === shownYear && revision !== known) this.ask();
  }

  private set(changed: Partial<ScreenState>) {
    if (this.isStopped) return;
    this.state = { ...this.state, ...changed };
    for (const listener of this.listeners) listener();
  }
}
