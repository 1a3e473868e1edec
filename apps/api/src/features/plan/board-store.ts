import type { Db } from '@vointi/db/client.ts';
import { AnswerBytes } from '../../platform/answer-bytes.ts';
import type { Boards, CachedBoard } from '../../platform/boards.ts';
import { isDatabaseAway } from '../../platform/errors.ts';
import { type Changes, planChannel } from '../../platform/live.ts';
import { toBoard } from './board.ts';
import { BoardIndex } from './board-index.ts';
import { readBoardRows, readRevisions } from './board-query.ts';

const maxCachedBytes = 64 * 1024 * 1024;

/**
 * Caches boards by municipality and year. A notification of a change, or a check that finds another revision in the
 * database, makes the next request read the board again. While the database does not answer, the last board is served
 * with the time since when it could not be confirmed.
 */
export class BoardStore implements Boards {
  private readonly db: Db;
  private readonly changes: Changes;
  private readonly cached = new Map<string, CachedBoard>();
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

  /** Makes the next request read the municipality's boards again, for a change that must not wait for its notification. */
  forget(slug: string) {
    for (const { key, planId } of this.cached.values()) if (key.startsWith(`${slug}/`)) this.mark(planId);
  }

  /** Marks a plan as changed. A plan that is neither cached nor being read needs no mark: it is read in any case. */
  private mark(planId: string) {
    const isCached = [...this.cached.values()].some((board) => board.planId === planId);
    if (isCached || this.loading.size > 0) this.changed.add(planId);
  }

  /** Since when the database has not answered; undefined while it does. */
  get staleSince(): Date | undefined {
    return this.changes.awaySince;
  }

  /** The cached board if it is current. Nearly every request is answered by it, without waiting. */
  peek(slug: string, year: number): CachedBoard | undefined {
    const cached = this.cached.get(`${slug}/${year}`);
    return cached && !this.changed.has(cached.planId) ? cached : undefined;
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
    const last = this.cached.get(key);
    // Cleared before the read, so that a change during the read marks the plan again.
    if (last) this.changed.delete(last.planId);
    try {
      const rows = await readBoardRows(this.db, slug, year);
      if (!rows) {
        this.cached.delete(key);
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
    this.cached.delete(board.key);
    this.cached.set(board.key, board);
    let size = [...this.cached.values()].reduce((sum, { bytes }) => sum + bytes.identity.length, 0);
    for (const [key, { bytes }] of this.cached) {
      if (size <= maxCachedBytes || key === board.key) break;
      this.cached.delete(key);
      size -= bytes.identity.length;
    }
  }

  /** Compares the revision of every cached board with the database, since a notification can be lost. */
  private async check() {
    const boards = [...this.cached.values()];
    if (boards.length === 0) return;
    const revisions = await readRevisions(
      this.db,
      boards.map(({ planId }) => planId),
    );
    for (const { planId, revision, isPublic } of boards) {
      const current = revisions.get(planId);
      if (current?.revision !== revision || current.isPublic !== isPublic) this.changed.add(planId);
    }
  }
}
