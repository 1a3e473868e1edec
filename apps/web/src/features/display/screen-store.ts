import type { OwnDisplay } from '@vointi/shared/display/contract.ts';
import type { Board } from '@vointi/shared/plan/contract.ts';
import { follow, type Heard } from '../../lib/live.ts';
import { codeOf } from '../../lib/problem.ts';
import { remember, remembered } from '../../lib/storage.ts';
import { ServerClock } from './clock.ts';
import { changedBetween, marksAfter } from './marks.ts';
import { followPairing } from './pairing.ts';
import { getBoard, getOwn, getScenes } from './requests.ts';
import type { Place, ScreenState } from './screen-state.ts';
import { forgetSnapshot, keepSnapshot, keptSnapshot } from './snapshot.ts';
import type { Shown } from './steps/types.ts';

const retryMs = 10_000;
/** Whatever the stream tells or does not: as often everything is asked once more. */
const everyMs = 10 * 60_000;
/** A board that is older than was told, as another instance has not heard yet, is asked for again: soon, then less so. */
const soonMs = 25;
const mostBehind = 8;
const gone = new Set(['unauthenticated', 'forbidden', 'not_found', 'invalid_request']);

/** What a screen knows and how it keeps knowing it. Whatever fails, the last good data stays. */
export class ScreenStore {
  readonly clock: ServerClock;
  private readonly place: Place;
  private readonly listeners = new Set<() => void>();
  private state: ScreenState = {
    view: { kind: 'starting' },
    own: null,
    presenter: null,
    marks: new Map(),
    build: null,
  };
  private heardAt: number | null;
  /** The same by the clock that only goes forwards; null: not since the page was opened. */
  private heardTicks: number | null = null;
  private readonly openedTicks: number;
  private staleSince: number | null = null;
  private following: { slug: string; stop: () => void } | undefined;
  private stopPairing: (() => void) | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private loading: Promise<void> | undefined;
  private isAgain = false;
  /** Whether the room itself is to be asked about, too: not for the change of a plan, which has to be seen at once. */
  private isWhole = true;
  /** The newest revision that was told of, and how often an older board has come after that. */
  private told = 0;
  private behind = 0;
  /** Since when a newer board has been told of than is shown; null: none. */
  private behindTicks: number | null = null;
  private isStopped = false;

  constructor(place: Place) {
    this.place = place;
    const [heardAt, offset] = (remembered(`display.heard.${this.name}`) ?? '').split('/').map(Number);
    this.clock = new ServerClock(offset || 0);
    this.openedTicks = this.clock.forwards();
    const kept = keptSnapshot(this.name);
    this.heardAt = kept && heardAt ? heardAt : null;
    if (kept) this.state = { ...this.state, view: { kind: 'shown', shown: kept }, own: kept.own };
  }

  private get name() {
    return this.place.kind === 'paired' ? 'room' : `${this.place.slug}/${this.place.year}`;
  }

  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
  readonly get = () => this.state;

  /** For how long nothing true has been heard; null: never. */
  readonly silence = (): number | null => {
    if (this.heardAt === null) return null;
    const ticks = this.clock.forwards();
    // Over a restart the time comes from a clock that may have been set meanwhile: it is never less than is seen here.
    const silent =
      this.heardTicks === null
        ? Math.max(ticks - this.openedTicks, this.clock.now() - this.heardAt)
        : ticks - this.heardTicks;
    const stale = this.staleSince === null ? 0 : this.clock.now() - this.staleSince;
    return Math.max(silent, stale, this.behindMs);
  };
  /** A board that cannot be had grows old, however well the service is heard. */
  private get behindMs(): number {
    return this.behindTicks === null ? 0 : this.clock.forwards() - this.behindTicks;
  }

  /** When what is shown was last known to be true. */
  get lastHeard(): number | null {
    if (this.heardAt === null) return null;
    const current = this.behindTicks === null ? this.heardAt : this.clock.now() - this.behindMs;
    return Math.min(this.heardAt, this.staleSince ?? this.heardAt, current);
  }

  start(): () => void {
    this.isStopped = false;
    this.refresh();
    return () => {
      this.isStopped = true;
      clearTimeout(this.timer);
      this.unfollow();
      this.stopPairing?.();
      this.stopPairing = undefined;
    };
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
        () => this.later(this.isBehind() ? soonMs * 2 ** this.behind : everyMs),
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

  private isBehind(): boolean {
    const { view } = this.state;
    const isOld = view.kind === 'shown' && view.shown.board.revision < this.told;
    this.behind = isOld ? this.behind + 1 : 0;
    return isOld && this.behind <= mostBehind;
  }

  private later(ms: number) {
    clearTimeout(this.timer);
    if (!this.isStopped) this.timer = setTimeout(this.refresh, ms);
  }

  private async load() {
    if (this.place.kind === 'plan') return this.loadPlan(this.place.slug, this.place.year, null);
    const known = this.state.own;
    if (!this.isWhole && known && known.year !== null) return this.loadPlan(known.municipality.slug, known.year, known);
    this.isWhole = false;
    const own = await getOwn();
    if (this.isStopped) return;
    this.stopPairing?.();
    this.stopPairing = undefined;
    this.clock.hear(own.now);
    this.heard();
    this.set({ own, presenter: own.presenter, build: own.build });
    const { slug } = own.municipality;
    this.followIn(slug);
    if (own.year !== null) return this.loadPlan(slug, own.year, own);
    forgetSnapshot(this.name);
    this.set({ view: { kind: 'nothing', why: 'noPlan' } });
  }

  private async loadPlan(slug: string, year: number, own: OwnDisplay | null) {
    const { view } = this.state;
    const before = view.kind === 'shown' ? view.shown : null;
    const coming = getScenes(slug, year).catch(() => null);
    const board = await getBoard(slug, year);
    if (this.isStopped) return;
    this.heard();
    this.followIn(slug);
    const known = before && isSamePlan(before.board, slug, year) ? before.scenes : null;
    // The lights do not wait for what comes beside them, unless nothing is shown yet.
    if (before) this.show({ board, scenes: known });
    const shown = { board, scenes: (await coming) ?? known };
    this.show(shown);
    keepSnapshot(this.name, { ...shown, own });
  }

  private show(shown: Shown) {
    const { view, marks } = this.state;
    const { municipality, year, revision } = shown.board;
    const isOther = view.kind !== 'shown' || !isSamePlan(view.shown.board, municipality.slug, year);
    if (isOther || revision >= this.told) this.behindTicks = null;
    const changed = view.kind === 'shown' ? changedBetween(view.shown.board, shown.board) : [];
    this.set({ view: { kind: 'shown', shown }, marks: marksAfter(marks, changed, this.clock.forwards()) });
  }

  private fail(code: string) {
    if (this.isStopped) return;
    if (code === 'unauthenticated' && this.place.kind === 'paired') return this.unpair();
    if (gone.has(code)) {
      // What was public and is not, or is no more, does not stay on a wall.
      this.forget();
      this.set({
        view: { kind: 'nothing', why: code === 'not_found' || code === 'invalid_request' ? 'missing' : 'closed' },
      });
      return this.later(retryMs * 6);
    }
    this.later(retryMs);
  }

  /** The screen's right is gone, or it never had one: nothing of the municipality stays on it. */
  private unpair() {
    this.unfollow();
    this.forget();
    clearTimeout(this.timer);
    this.set({ view: { kind: 'pairing', code: null }, own: null, presenter: null, marks: new Map() });
    this.stopPairing ??= followPairing({
      code: (code) => this.set({ view: { kind: 'pairing', code } }),
      paired: this.refresh,
      clock: this.clock,
    });
  }

  private forget() {
    forgetSnapshot(this.name);
    remember(`display.heard.${this.name}`, null);
    this.heardAt = null;
    this.heardTicks = null;
    this.staleSince = null;
    this.behindTicks = null;
  }

  /** Nothing of what was kept is there at the next start. */
  readonly forgetKept = () => forgetSnapshot(this.name);

  private followIn(slug: string) {
    if (this.following?.slug === slug || this.isStopped) return;
    this.unfollow();
    const stop = follow({ slug, hear: (event) => this.hear(event), lost: this.refresh });
    this.following = { slug, stop };
  }

  private unfollow() {
    this.following?.stop();
    this.following = undefined;
  }

  private hear(event: Heard) {
    switch (event.name) {
      case 'heartbeat':
        this.clock.hear(event.data.now);
        this.staleSince = event.data.staleSince === null ? null : Date.parse(event.data.staleSince);
        this.heard();
        if (event.data.build !== this.state.build) this.set({ build: event.data.build });
        break;
      case 'plan':
        this.heard();
        this.hearRevision(event.data);
        break;
      case 'display':
        this.heard();
        this.set({ presenter: event.data.presenter });
        if (event.data.version !== this.state.own?.version) this.refresh();
        break;
      case 'revoked':
        if (this.place.kind === 'paired') this.unpair();
        break;
      case 'closing':
        break;
    }
  }

  private hearRevision({ year, revision }: { year: number; revision: number }) {
    const { view, own } = this.state;
    const wanted = own ? own.year : this.place.kind === 'plan' ? this.place.year : null;
    // A room without a plan of its own may be waiting for just this one.
    const isNewPlan = own !== null && own.settings.year === null && (own.year === null || year > own.year);
    const known = view.kind === 'shown' ? view.shown.board.revision : null;
    if (year === wanted) this.told = revision;
    if (year === wanted && known !== null && revision > known) this.behindTicks ??= this.clock.forwards();
    if (isNewPlan) this.refresh();
    else if (year === wanted && revision !== known) this.ask();
  }

  private heard() {
    this.heardAt = this.clock.now();
    this.heardTicks = this.clock.forwards();
    remember(`display.heard.${this.name}`, `${Math.round(this.heardAt)}/${Math.round(this.clock.offset)}`);
  }

  private set(changed: Partial<ScreenState>) {
    if (this.isStopped) return;
    this.state = { ...this.state, ...changed };
    for (const listener of this.listeners) listener();
  }
}

const isSamePlan = ({ municipality, year }: Board, slug: string, wanted: number) =>
  municipality.slug === slug && year === wanted;
