import type { OwnDisplay } from '@vointi/shared/display/contract.ts';
import type { Heard } from '../../lib/live.ts';
import { codeOf } from '../../lib/problem.ts';
import { ServerClock } from './clock.ts';
import { Freshness } from './freshness.ts';
import { Listening } from './listening.ts';
import { changedBetween, highlightsAfter } from './highlights.ts';
import { retryDelayMs, isUpToDate, isSamePlan, noRevision } from './revision-check.ts';
import { followPairing } from './pairing.ts';
import { newerOf } from './presenting.ts';
import { getBoard, getOwn, getScenes } from './requests.ts';
import type { ScreenSource } from './screen-source.ts';
import type { ScreenState } from './screen-state.ts';
import { deleteOfflineCopy, saveOfflineCopy, loadOfflineCopy } from './offline-copy.ts';
import type { Shown } from './steps/types.ts';

/** Whatever the stream tells or does not: as often everything is asked once more. */
const everyMs = 10 * 60_000;
/** A paired screen that hears no stream for so long asks itself whether its right still holds, and how often it looks. */
const unheardMs = 30_000;
const lookMs = 20_000;
/** What failed is tried again so long after, and not by all screens at once. */
const retryMs = () => 10_000 * (1 + Math.random());
const gone = new Set(['unauthenticated', 'forbidden', 'not_found', 'invalid_request']);

/** What a screen knows and how it keeps knowing it. Whatever fails, the last good data stays. */
export class ScreenStore {
  readonly clock: ServerClock;
  private readonly source: ScreenSource;
  private readonly listeners = new Set<() => void>();
  private state: ScreenState = {
    view: { kind: 'starting' },
    own: null,
    presenter: null,
    highlights: new Map(),
    build: null,
  };
  private readonly freshness: Freshness;
  private readonly stream: Listening;
  private stopPairing: (() => void) | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private clocks: ReturnType<typeof setInterval>[] = [];
  private loading: Promise<void> | undefined;
  private isAgain = false;
  /** Whether the room itself is to be asked about, too: not for the change of a plan, which has to be seen at once. */
  private isWhole = true;
  /** The newest revision that was told of, and how often something older has come after that. */
  private told = noRevision;
  private behind = 0;
  /** Grows when what was shown must go: what was asked for before that is not to be shown any more. */
  private era = 0;
  private isStopped = false;

  constructor(source: ScreenSource) {
    this.source = source;
    const { heardAt, offset } = Freshness.kept(this.name);
    this.clock = new ServerClock(offset);
    this.stream = new Listening({
      clock: this.clock,
      hear: (event) => this.hear(event),
      lost: this.refresh,
      // Where the board is public, a stream opens also to a screen whose right has gone while it was away.
      opened: () => this.source.kind === 'paired' && this.refresh(),
    });
    const kept = loadOfflineCopy(this.name);
    this.freshness = new Freshness(this.name, this.clock, kept && heardAt);
    if (kept) this.state = { ...this.state, view: { kind: 'shown', shown: kept }, own: kept.own };
  }

  private get name() {
    return this.source.kind === 'paired' ? 'room' : `${this.source.slug}/${this.source.year}`;
  }

  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
  readonly get = () => this.state;

  /** For how long nothing true has been heard; null: never. */
  readonly silence = (): number | null => this.freshness.silence;
  /** When what is shown was last known to be true. */
  get lastHeard(): number | null {
    return this.freshness.lastHeard;
  }

  start(): () => void {
    this.isStopped = false;
    this.refresh();
    // Of their own: nothing that happens meanwhile puts them off.
    this.clocks = [setInterval(() => this.refreshSeen(), everyMs), setInterval(() => this.lookForStream(), lookMs)];
    return () => {
      this.isStopped = true;
      this.clocks.forEach(clearInterval);
      clearTimeout(this.timer);
      this.stream.stop();
      this.stopPairing?.();
      this.stopPairing = undefined;
    };
  }

  /** While a code is shown, whoever follows it asks. */
  private refreshSeen() {
    if (!this.stopPairing) this.refresh();
  }

  private lookForStream() {
    if (this.source.kind === 'paired' && this.stream.silentMs >= unheardMs) this.refreshSeen();
  }

  /** Asks for everything once more; what is asked for meanwhile is asked after it. */
  readonly refresh = () => {
    this.isWhole = true;
    this.ask();
  };

  private ask() {
    if (this.loading) {
      this.isAgain = true;
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
        if (this.isAgain && !this.isStopped) {
          this.isAgain = false;
          this.ask();
        }
      });
  }

  private later(ms: number, again: () => void = this.refresh) {
    clearTimeout(this.timer);
    if (!this.isStopped) this.timer = setTimeout(again, ms);
  }

  /** @returns after how long what came is to be asked for again, as it was not the newest or not all of it */
  private async load(): Promise<number | null> {
    if (this.source.kind === 'plan') return this.loadPlan(this.source.slug, this.source.year, null);
    const known = this.state.own;
    if (!this.isWhole && known && known.year !== null) return this.loadPlan(known.municipality.slug, known.year, known);
    const isOver = this.watchEnd();
    const own = await this.loadOwn();
    if (isOver()) return null;
    this.stopPairing?.();
    this.stopPairing = undefined;
    this.clock.hear(own.now);
    this.freshness.heard();
    this.set({ own, presenter: newerOf(this.state.presenter, own.presenter), build: own.build });
    const { slug } = own.municipality;
    const { view } = this.state;
    this.stream.to(slug);
    // What is shown is another plan's: it grows old until the room's own is had.
    const isOther = view.kind === 'shown' && own.year !== null && !isSamePlan(view.shown.board, slug, own.year);
    if (isOther) this.freshness.setBehind(true);
    if (own.year !== null) return this.loadPlan(slug, own.year, own);
    deleteOfflineCopy(this.name);
    this.freshness.setBehind(false);
    this.set({ view: { kind: 'nothing', why: 'noPlan' } });
    return null;
  }

  private async loadOwn() {
    this.isWhole = false;
    try {
      return await getOwn();
    } catch (error) {
      this.isWhole = true;
      throw error;
    }
  }

  private async loadPlan(slug: string, year: number, own: OwnDisplay | null): Promise<number | null> {
    const isOver = this.watchEnd();
    const { view } = this.state;
    const before = view.kind === 'shown' ? view.shown : null;
    const coming = getScenes(slug, year).catch(() => null);
    const board = await getBoard(slug, year);
    if (isOver()) return null;
    this.freshness.heard();
    this.stream.to(slug);
    const known = before && isSamePlan(before.board, slug, year) ? before.scenes : null;
    // The lights do not wait for what comes beside them, unless nothing is shown yet.
    if (before) this.show({ board, scenes: known });
    const scenes = await coming;
    if (isOver()) return null;
    const shown = { board, scenes: scenes ?? known };
    this.show(shown);
    saveOfflineCopy(this.name, { ...shown, own });
    const isDone = isUpToDate(this.told, board, scenes);
    this.freshness.setBehind(!isDone);
    this.behind = isDone ? 0 : this.behind + 1;
    return isDone ? null : retryDelayMs(this.behind, scenes ? 'older' : 'failed');
  }

  private watchEnd() {
    const { era } = this;
    return () => this.isStopped || era !== this.era;
  }

  private show(shown: Shown) {
    const { view, highlights } = this.state;
    const changed = view.kind === 'shown' ? changedBetween(view.shown.board, shown.board) : [];
    this.set({
      view: { kind: 'shown', shown },
      highlights: highlightsAfter(highlights, changed, this.clock.forwards()),
    });
  }

  private fail(code: string) {
    // While a code is shown, whoever follows it asks again.
    if (this.isStopped || this.stopPairing) return;
    if (code === 'unauthenticated' && this.source.kind === 'paired') return this.unpair();
    if (gone.has(code)) {
      // What was public and is not, or is no more, does not stay on a wall.
      this.forget();
      this.set({
        view: { kind: 'nothing', why: code === 'not_found' || code === 'invalid_request' ? 'missing' : 'closed' },
      });
      return this.later(6 * retryMs());
    }
    this.later(retryMs());
  }

  /** The screen's right is gone, or it never had one: nothing of the municipality stays on it. */
  private unpair() {
    if (this.stopPairing) return;
    this.era += 1;
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
    this.told = noRevision;
  }

  /** Nothing of what was kept is there at the next start. */
  readonly forgetKept = () => deleteOfflineCopy(this.name);

  private hear(event: Heard) {
    switch (event.name) {
      case 'heartbeat':
        this.clock.hear(event.data.now);
        this.freshness.hearStale(event.data.staleSince);
        this.freshness.heard();
        if (event.data.build !== this.state.build) this.set({ build: event.data.build });
        break;
      case 'plan':
        this.freshness.heard();
        this.hearRevision(event.data);
        break;
      case 'display':
        this.freshness.heard();
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

  private hearRevision({ year, revision }: { year: number; revision: number }) {
    const { view, own } = this.state;
    const wanted = own ? own.year : this.source.kind === 'plan' ? this.source.year : null;
    // A room without a plan of its own may be waiting for just this one.
    const isNewPlan = own !== null && own.settings.year === null && (own.year === null || year > own.year);
    const shown = view.kind === 'shown' ? view.shown.board : null;
    const known = shown?.year === year ? shown.revision : null;
    if (year === wanted) this.told = { year, revision };
    if (year === wanted && known !== null && revision > known) this.freshness.setBehind(true);
    if (isNewPlan) this.refresh();
    else if (year === wanted && revision !== known) this.ask();
  }

  private set(changed: Partial<ScreenState>) {
    if (this.isStopped) return;
    this.state = { ...this.state, ...changed };
    for (const listener of this.listeners) listener();
  }
}
