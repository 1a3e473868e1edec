import type { BoardSnapshot } from '@vointi/shared/plan/contract.ts';
import { AnswerBytes } from '../../platform/answer-bytes.ts';
import { AppError } from '../../platform/app-error.ts';
import type { CachedBoard } from '../../platform/boards.ts';
import type { Context } from '../../platform/context.ts';
import { toBoard } from './board.ts';
import { BoardIndex } from './board-index.ts';
import { readSnapshotRows } from './snapshot-read.ts';
import { boardRowsOf } from './snapshot-rows.ts';

export type SnapshotBoard = Pick<CachedBoard, 'bytes' | 'index'>;

const maxKept = 4;
type Rounds = { shown: Map<string, SnapshotBoard>; loading: Map<string, Promise<SnapshotBoard>> };
/**
 * With the board of today, and for as long: a copy never changes, but a round gets a further one or a decision, and
 * each of them raises the plan's revision.
 */
const kept = new WeakMap<CachedBoard, Rounds>();

/** The board as a closed round of the plan left it. @throws AppError unknown_value, with the rounds that can be asked for */
export async function boardOfSnapshot(context: Context, board: CachedBoard, round: string): Promise<SnapshotBoard> {
  const { shown, loading } = kept.get(board) ?? { shown: new Map(), loading: new Map() };
  kept.set(board, { shown, loading });
  const known = shown.get(round) ?? loading.get(round);
  if (known) return known;
  const asked = load(context, board, round)
    .then((loaded) => {
      // Only what is there takes the place of another: whoever asks for what is not empties nothing.
      const [oldest] = shown.keys();
      if (oldest !== undefined && shown.size >= maxKept) shown.delete(oldest);
      shown.set(round, loaded);
      return loaded;
    })
    .finally(() => loading.delete(round));
  loading.set(round, asked);
  return asked;
}

async function load({ db }: Context, { planId }: CachedBoard, slug: string): Promise<SnapshotBoard> {
  const snapshot = await readSnapshotRows(db, { planId, slug, state: 'closed' });
  if (!snapshot) throw await unknownRound({ db }, planId, slug);
  const { rows, hash, number, takenAt, round } = snapshot;
  const frozen = boardRowsOf(rows);
  const asOf: BoardSnapshot | null = frozen.head.round && {
    round: frozen.head.round,
    frozen: { number, takenAt: takenAt.toISOString(), hash: Buffer.from(hash).toString('hex') },
    decision:
      round.decisionDate && round.decisionSection !== null
        ? { date: round.decisionDate.toISOString().slice(0, 10), section: round.decisionSection }
        : null,
  };
  const shown = toBoard({ ...frozen, asOf });
  return { bytes: new AnswerBytes(JSON.stringify(shown)), index: new BoardIndex(shown) };
}

async function unknownRound({ db }: Pick<Context, 'db'>, planId: string, slug: string): Promise<AppError> {
  const closed = await db.round.findMany({
    where: { planId, state: 'closed', snapshots: { some: {} } },
    orderBy: { order: 'desc' },
    select: { slug: true },
  });
  const allowed = closed.map((round) => round.slug);
  return new AppError('unknown_value', [{ path: 'query.round', message: `unknown value ${slug}`, allowed }]);
}
