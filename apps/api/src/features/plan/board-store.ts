import type { Db } from '@vointi/db/client.ts';
import { AnswerBytes } from '../../platform/answer-bytes.ts';
import type { Boards, CachedBoard } from '../../platform/boards.ts';
import { isDatabaseAway } from '../../platform/errors.ts';
import { type Changes, planChannel } from '../../platform/live.ts';
import { toBoard } from './board.ts';
import { BoardIndex } from './board-index.ts';
import { readBoardRows, readStamps } from './board-query.ts';

const maxKeptBytes = 64 * 1024 * 1024;

/**
 * The boards that have been asked for, by municipality and year. The revision in the database is the truth: a change
 * notified, or a check that finds another revision, makes the next request read anew. While the database is away the
 * last board is still served and says since when it could not be confirmed.
 */
export class BoardStore implements Boards {
  private readonly db: Db;
  private readonly changes: Changes;
  private readonly kept = new Map<string, CachedBoard>();
  private readonly loading = new Map<string, Promise<CachedBoard | null>>();
  private readonly changed = new Set<string>();
  private readonly unsubscribe: (() => void)[];

  constructor(db: Db, changes: Changes) {
    this.db = db;
    this.changes = changes;
    this.unsubscribe = [
      changes.onChange(planChannel, (planId) => this.mark(planId)),
      changes.onCheck(() => this.check()),
    ];
  }

  close() {
    for (const stop of this.unsubscribe) stop();
  }

  /** Its boards are read anew by whoever asks next: for what must not wait for the notification. */
  forget(slug: string) {
    for (const { key, planId } of this.kept.values()) if (key.startsWith(`${slug}/`)) this.mark(planId);
  }

  /** Only what is kept or being read can be out of date; anything else is read anew in any case. */
  private mark(planId: string) {
    const isKept = [...this.kept.values()].some((board) => board.planId === planId);
    if (isKept || this.loading.size > 0) this.changed.add(planId);
  }

  /** Since when the database has not answered; undefined while it does. */
  get staleSince(): Date | undefined {
    return this.changes.awaySince;
  }

  /** What is kept and known to be current, without waiting: the way of nearly every request. */
  peek(slug: string, year: number): CachedBoard | undefined {
    const kept = this.kept.get(`${slug}/${year}`);
    return kept && !this.changed.has(kept.planId) ? kept : undefined;
  }

  /** The board of a published plan, or null when there is none. */
  async get(slug: string, year: number): Promise<CachedBoard | null> {
    const key = `${slug}/${year}`;
    const current = this.peek(slug, year);
    if (current) return current;
    let loading = this.loading.get(key);
    if (!loading) {
      loading = this.load(key, slug, year).finally(() => this.loading.delete(key));
      this.loading.set(key, loading);
    }
    return loading;
  }

  private async load(key: string, slug: string, year: number): Promise<CachedBoard | null> {
    const last = this.kept.get(key);
    // Cleared before reading: a change that comes while we read marks the plan again.
    if (last) this.changed.delete(last.planId);
    try {
      const rows = await readBoardRows(this.db, slug, year);
      if (!rows) {
        this.kept.delete(key);
        return null;
      }
      const board = toBoard(rows);
      const bytes = new AnswerBytes(JSON.stringify(board));
      const { planId, isPublic } = rows;
      const kept = { key, planId, isPublic, revision: board.revision, bytes, index: new BoardIndex(board) };
      this.keep(kept);
      return kept;
    } catch (error) {
      if (last) this.changed.add(last.planId);
      if (last && isDatabaseAway(error)) return last;
      throw error;
    }
  }

  private keep(board: CachedBoard) {
    this.kept.delete(board.key);
    this.kept.set(board.key, board);
    let size = [...this.kept.values()].reduce((sum, { bytes }) => sum + bytes.identity.length, 0);
    for (const [key, { bytes }] of this.kept) {
      if (size <= maxKeptBytes || key === board.key) break;
      this.kept.delete(key);
      size -= bytes.identity.length;
    }
  }

  /** Compares every kept board with the database: a notification can be lost, a revision cannot. */
  private async check() {
    const boards = [...this.kept.values()];
    if (boards.length === 0) return;
    const stamps = await readStamps(
      this.db,
      boards.map(({ planId }) => planId),
    );
    for (const { planId, revision, isPublic } of boards) {
      const stamp = stamps.get(planId);
      if (stamp?.revision !== revision || stamp.isPublic !== isPublic) this.changed.add(planId);
    }
  }
}
